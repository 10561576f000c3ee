// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PvpanicPci = vmstate(
  'pvpanic-pci',
  { version: 1, minimum: 1, type: 'PvpanicPci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
  },
);
