import type { Example } from '../example.js';

export const examples: readonly Example[] = [
  {
    struct: 'Queue',
    bytes: `
      01 02 03 04  data: four bytes by default
      05           position`,
    value: { data: Uint8Array.of(1, 2, 3, 4), position: 5 },
  },
  { struct: 'Queue', bytes: `01 02 03  data`, error: 'unexpected-end at 0 in data' },
  {
    struct: 'Spool',
    bytes: `
      09           job
      01 02 03 04  queue.data: four bytes by default
      05           queue.position`,
    value: { job: 9, queue: { data: Uint8Array.of(1, 2, 3, 4), position: 5 } },
  },
  {
    struct: 'Machine',
    bytes: `
      00 03     version
      01        size of the queue
      aa        queue.data
      00        queue.position
      00 01     own.ticks: version 1, as own says
      02        own.spare
      00 03     used.ticks: version 2, as Machine says of it
      00 04     used.clock
      05        used.spare
      7e        used.mark
      00 06     inherited.ticks: version 3
      00 07     inherited.clock
      7e        inherited.mark
      01        inherited.names: one
      02 68 69  inherited.names[0]: "hi"`,
    value: {
      version: 3,
      size: 1,
      queue: { data: Uint8Array.of(0xaa), position: 0 },
      own: { ticks: 1, clock: undefined, spare: 2, names: undefined },
      used: { ticks: 3, clock: 4, spare: 5, names: undefined },
      inherited: { ticks: 6, clock: 7, spare: undefined, names: ['hi'] },
    },
  },
  {
    struct: 'Marked',
    bytes: `
      00 02  version
      01     isMarked
      00     isPlain
      7e     mark`,
    value: { version: 2 },
  },
  {
    struct: 'Marked',
    bytes: `
      00 01  version
      00     isMarked
      01     isPlain`,
    value: { version: 1 },
  },
  { struct: 'Marked', bytes: `00 02 00 01 7e  isMarked denies it`, error: 'mismatch at 2 in isMarked' },
  {
    struct: 'Port',
    bytes: `
      07           mode
      01 02 03 04  fifo: four bytes, as with two something would be left
      00 05        bus`,
    value: { mode: 7, fifo: Uint8Array.of(1, 2, 3, 4), bus: 5 },
  },
  {
    struct: 'Port',
    bytes: `
      07           mode
      01 02 03 04  fifo: four bytes without a bus come before two with one`,
    value: { mode: 7, fifo: Uint8Array.of(1, 2, 3, 4), bus: undefined },
  },
  { struct: 'Port', bytes: `07 01 02 03  ends with no size`, error: 'no-arm at 3' },
  {
    struct: 'BusPort',
    bytes: `
      07     port.mode
      01 02  port.fifo
      00 05  port.bus: there is one`,
    value: { port: { mode: 7, fifo: Uint8Array.of(1, 2), bus: 5 } },
  },
];
