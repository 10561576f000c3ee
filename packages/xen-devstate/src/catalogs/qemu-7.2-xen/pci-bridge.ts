import { field, optional } from '@bytewright/schema-dsl';
import { hole, vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';

export const PciBridge = vmstate(
  'pci_bridge',
  { version: 0, minimum: 0, type: 'PciBridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    shpc: optional(hole('pci_bridge.shpc: shpc', 'node')),
  },
).where(($) => [
  $.shpc.presentWhen(hole('PciBridge.shpc', 'bool')),
]);
