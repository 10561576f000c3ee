// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { unused, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const I440FX = vmstate(
  'I440FX',
  { version: 3, minimum: 3, type: 'I440FX' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    unused: unused(1),
  },
);
