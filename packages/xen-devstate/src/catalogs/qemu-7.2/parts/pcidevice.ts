// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { PciConfig, int32AtMost, pciIrqState, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PCIDevice = vmstate(
  'PCIDevice',
  { version: 2, type: 'PCIDevice' },
  {
    versionId: int32AtMost.wireName('version_id'),
    config: field(PciConfig).doc('The configuration space: 256 bytes, or 4096 with PCI Express.'),
    irqState: pciIrqState.wireName('irq_state').doc('Levels of the pins INTA# to INTD#.'),
  },
).doc('What every PCI device has: its configuration space, and its interrupt pins.').source('QEMU hw/pci/pci.c, vmstate_pci_device');
