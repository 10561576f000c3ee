// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { fifoSize } from '@bytewright/xen-devstate/machine-parameters';
import { buffer, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Fifo8 = vmstate(
  'Fifo8',
  { version: 1, type: 'Fifo8' },
  {
    data: buffer(fifoSize),
    head: uint32,
    count: uint32.wireName('num'),
  },
).source('QEMU util/fifo8.c, vmstate_fifo8');
