// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32Equal, uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Vmmouse = vmstate(
  'vmmouse',
  { version: 0, minimum: 0, type: 'Vmmouse' },
  {
    queueSize: int32Equal.wireName('queue_size'),
    queue: list(uint32, 1024),
    nbQueue: uint16.wireName('nb_queue'),
    status: uint16,
    absolute: uint8,
  },
);
