// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, since } from '@bytewright/schema-dsl';
import { int32, int64, uint8, uint16, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PitChannel = vmstate(
  'pit channel',
  { version: 2, type: 'PitChannel' },
  {
    count: int32,
    latchedCount: uint16.wireName('latched_count'),
    countLatched: uint8.wireName('count_latched'),
    statusLatched: uint8.wireName('status_latched'),
    status: uint8,
    readState: uint8.wireName('read_state'),
    writeState: uint8.wireName('write_state'),
    writeLatch: uint8.wireName('write_latch'),
    rwMode: uint8.wireName('rw_mode'),
    mode: uint8,
    bcd: uint8,
    gate: uint8,
    countLoadTime: int64.wireName('count_load_time'),
    nextTransitionTime: int64.wireName('next_transition_time'),
  },
);

export const I8254 = vmstate(
  'i8254',
  { version: 3, minimum: 2, type: 'I8254' },
  {
    channels0IrqDisabled: since(version, 3, uint32).wireName('channels[0].irq_disabled'),
    channels: list(PitChannel, 3),
    channels0NextTransitionTime: int64.wireName('channels[0].next_transition_time'),
  },
);
