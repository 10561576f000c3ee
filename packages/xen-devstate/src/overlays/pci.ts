import type { DescriptionOverlay } from './overlay.js';

/** PCI devices, bridges and ports. */
export const PCI: Readonly<Record<string, DescriptionOverlay>> = {
  PCIDevice: {
    source: 'QEMU hw/pci/pci.c, vmstate_pci_device',
    doc: 'What every PCI device has: its configuration space, and its interrupt pins.',
    fields: {
      config: { node: 'PciConfig', doc: 'The configuration space: 256 bytes, or 4096 with PCI Express.' },
      'config#2': { isMerged: true },
      irq_state: { doc: 'Levels of the pins INTA# to INTD#.' },
    },
  },
  PCIBUS: {
    source: 'QEMU hw/pci/pci.c, vmstate_pcibus',
    doc: 'The root bus: how often each interrupt is raised.',
    fields: {},
  },
  msix: {
    source: 'QEMU hw/pci/msix.c, vmstate_msix',
    fields: { msix: { node: 'field(MsixState)', name: 'state' } },
  },
  pci_bridge: {
    source: 'QEMU hw/pci-bridge/pci_bridge_dev.c, pci_bridge_dev_vmstate',
    fields: { shpc: { presentWhen: 'standardHotplug' } },
  },
  'pcie-root-port': {
    source: 'QEMU hw/pci-bridge/gen_pcie_root_port.c, gen_rp_test_migrate_msix',
    fields: {
      'parent_obj.parent_obj.parent_obj.parent_obj': { presentWhen: 'portMsix' },
    },
  },
  'vfio-cpr-pci': {
    source: 'QEMU hw/vfio/cpr.c, pci_msix_present: without MSI-X there are no entries either',
    fields: { 'parent_obj#2': { presentWhen: 'always' } },
  },
  VFIOPCIDevice: {
    source: 'QEMU hw/vfio/pci.c, vfio_msix_present: without MSI-X there are no entries either',
    // until 11.0 it had its own name
    fields: { 'pdev#2': { presentWhen: 'always' }, 'parent_obj#2': { presentWhen: 'always' } },
  },
};
