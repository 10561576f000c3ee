// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const XenPvdevice = vmstate(
  'xen-pvdevice',
  { version: 1, minimum: 1, type: 'XenPvdevice' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
  },
);
