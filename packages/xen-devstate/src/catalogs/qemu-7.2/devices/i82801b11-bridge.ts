// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const I82801b11Bridge = vmstate(
  'i82801b11_bridge',
  { version: 0, minimum: 0, type: 'I82801b11Bridge' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
  },
);
