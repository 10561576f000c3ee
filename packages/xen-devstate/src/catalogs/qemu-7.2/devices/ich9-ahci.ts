// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { Ahci } from '../parts/ahci.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Ich9Ahci = vmstate(
  'ich9_ahci',
  { version: 1, minimum: 1, type: 'Ich9Ahci' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    ahci: Ahci,
  },
);
