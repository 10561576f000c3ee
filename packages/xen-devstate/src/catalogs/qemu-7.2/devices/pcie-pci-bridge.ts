// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { shpc, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PciePciBridge = vmstate(
  'pcie-pci-bridge',
  { version: 0, minimum: 0, type: 'PciePciBridge' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    shpc: shpc,
  },
);
