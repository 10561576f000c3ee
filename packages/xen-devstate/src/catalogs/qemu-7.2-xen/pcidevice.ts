import { buffer, int32AtMost, pciIrqState, vmstate } from '../../vmstate/index.js';
import { pciConfigSize } from '../../overlay/facts.js';

export const PCIDevice = vmstate(
  'PCIDevice',
  { version: 2, type: 'PCIDevice' },
  {
    versionId: int32AtMost.wireName('version_id'),
    config: buffer(pciConfigSize).wireType("pci config"),
    irqState: pciIrqState.wireName('irq_state'),
  },
);
