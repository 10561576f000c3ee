// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, int32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PS2CommonState = vmstate(
  'PS2 Common State',
  { version: 3, type: 'PS2CommonState' },
  {
    writeCmd: int32.wireName('write_cmd'),
    queueRptr: int32.wireName('queue.rptr'),
    queueWptr: int32.wireName('queue.wptr'),
    queueCount: int32.wireName('queue.count'),
    queueData: buffer(256).wireName('queue.data'),
  },
);
