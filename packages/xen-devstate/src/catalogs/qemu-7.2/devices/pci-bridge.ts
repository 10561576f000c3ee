// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, optional } from '@bytewright/schema-dsl';
import { standardHotplug } from '@bytewright/xen-devstate/machine-parameters';
import { shpc, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PciBridge = vmstate(
  'pci_bridge',
  { version: 0, minimum: 0, type: 'PciBridge' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    shpc: optional(shpc),
  },
).where(($) => [$.shpc.presentWhen(standardHotplug)]).source('QEMU hw/pci-bridge/pci_bridge_dev.c, pci_bridge_dev_vmstate');
