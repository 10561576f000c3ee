import { buffer, uint32, vmstate } from '../../vmstate/index.js';
import { fifoSize } from '../../overlay/facts.js';

export const Fifo8 = vmstate(
  'Fifo8',
  { version: 1, type: 'Fifo8' },
  {
    data: buffer(fifoSize),
    head: uint32,
    num: uint32,
  },
);
