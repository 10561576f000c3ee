// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { unused, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Mch = vmstate(
  'mch',
  { version: 1, minimum: 1, type: 'Mch' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    unused: unused(1),
  },
);
