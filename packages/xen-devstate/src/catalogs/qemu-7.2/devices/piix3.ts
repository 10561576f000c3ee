// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, since } from '@bytewright/schema-dsl';
import { int32, uint8, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PIIX3Rcr = vmstate(
  'PIIX3/rcr',
  { version: 1, minimum: 1, type: 'PIIX3Rcr' },
  {
    rcr: uint8,
  },
);

export const PIIX3 = vmstate(
  'PIIX3',
  { version: 3, minimum: 2, type: 'PIIX3' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    pciIrqLevelsVmstate: since(version, 3, list(int32, 4)).wireName('pci_irq_levels_vmstate'),
  },
  {
    'PIIX3/rcr': PIIX3Rcr,
  },
);
