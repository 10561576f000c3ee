import { field } from '@bytewright/schema-dsl';
import { hole, vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';

export const PciePciBridge = vmstate(
  'pcie-pci-bridge',
  { version: 0, minimum: 0, type: 'PciePciBridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    shpc: hole('pcie-pci-bridge.shpc: shpc', 'node'),
  },
);
