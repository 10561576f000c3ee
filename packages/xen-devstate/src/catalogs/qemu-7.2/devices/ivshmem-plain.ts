// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const IvshmemPlain = vmstate(
  'ivshmem-plain',
  { version: 0, minimum: 0, type: 'IvshmemPlain' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    intrstatus: uint32,
    intrmask: uint32,
  },
);
