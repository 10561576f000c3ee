import { field, optional } from '@bytewright/schema-dsl';
import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PciBridge = vmstate(
  'pci_bridge',
  { version: 0, minimum: 0, type: 'PciBridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    shpc: optional(buffer(hole('PciBridge.shpc (shpc)', 'u32be'))),
  },
).where(($) => [$.shpc.presentWhen(hole('PciBridge.shpc', 'bool'))]);
