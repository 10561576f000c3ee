import { field } from '@bytewright/schema-dsl';
import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PciePciBridge = vmstate(
  'pcie-pci-bridge',
  { version: 0, minimum: 0, type: 'PciePciBridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    shpc: buffer(hole('PciePciBridge.shpc (shpc)', 'u32be')),
  },
);
