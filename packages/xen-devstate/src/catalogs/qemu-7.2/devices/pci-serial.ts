// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { SerialCore } from './serial-core.js';

export const PciSerial = vmstate(
  'pci-serial',
  { version: 1, minimum: 1, type: 'PciSerial' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    state: SerialCore,
  },
);
