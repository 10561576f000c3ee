import { pciConfigSize } from '@bytewright/xen-devstate/facts';
import { buffer, int32AtMost, pciIrqState, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PCIDevice = vmstate(
  'PCIDevice',
  { version: 2, type: 'PCIDevice' },
  {
    versionId: int32AtMost.wireName('version_id'),
    config: buffer(pciConfigSize).wireType("pci config"),
    irqState: pciIrqState.wireName('irq_state'),
  },
).source('QEMU hw/pci/pci.c, vmstate_pci_device');
