// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const Platform = vmstate(
  'platform',
  { version: 4, minimum: 4, type: 'Platform' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    flags: uint8,
  },
);
