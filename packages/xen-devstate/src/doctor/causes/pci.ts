import type { FactWords } from './words.js';

/** What decides the shape of PCI devices, ports and bridges. */
export const PCI_FACTS: Readonly<Record<string, FactWords>> = {
  pciConfigSize: (inFile, there) => ({
    cause: 'pci-express',
    expected: `a configuration space of ${String(there)} bytes`,
    found: `one of ${String(inFile)} bytes`,
    why:
      inFile === 4096
        ? 'in the file the device is on PCI Express, in the target on conventional PCI'
        : 'in the file the device is on conventional PCI, in the target on PCI Express',
    advice: [
      `start the target with x-disable-pcie=${inFile === 4096 ? 'off' : 'on'} for the device`,
      'or put the device on a bus of the same kind: a pcie-root-port, or a conventional one',
    ],
    source: 'QEMU hw/pci/pci.c, migrate_is_pcie; hw/core/machine.c, hw_compat_2_5 x-disable-pcie',
  }),
  onPcie: (inFile) => ({
    cause: 'pci-express',
    expected: inFile ? 'the PCI device in front' : 'the PCI device in a subsection',
    found: inFile ? 'the PCI device in a subsection' : 'the PCI device in front',
    why: inFile
      ? 'in the file the controller is on PCI Express, in the target on conventional PCI'
      : 'in the file the controller is on conventional PCI, in the target on PCI Express',
    advice: [`start the target with x-disable-pcie=${inFile ? 'off' : 'on'} for the controller`],
    source: 'QEMU hw/scsi/vmw_pvscsi.c, pvscsi_vmstate_need_pcie_device; hw/core/machine.c, hw_compat_2_5',
  }),
  standardHotplug: (inFile) => ({
    cause: 'bridge-shpc',
    expected: inFile ? 'no `shpc`' : '`shpc`: the standard hot-plug controller',
    found: inFile ? '`shpc`: the standard hot-plug controller' : 'no `shpc`',
    why: 'the bridge has a standard hot-plug controller on one side only; machine types of 2.9 have none, those before and after do',
    advice: [`start the target with shpc=${inFile ? 'on' : 'off'} for the bridge (pci-bridge)`],
    source: 'QEMU hw/pci-bridge/pci_bridge_dev.c, pci_device_shpc_present; hw/core/machine.c, hw_compat_2_9',
  }),
  portMsix: (inFile) => ({
    cause: 'root-port-msix',
    expected: inFile ? 'no MSI-X table' : 'an MSI-X table',
    found: inFile ? 'an MSI-X table' : 'no MSI-X table',
    why: inFile
      ? 'the MSI-X table of a root port is saved from machine type 2.10 on; the target is started as an older one, or with x-migrate-msix=off'
      : 'the MSI-X table of a root port was not saved before machine type 2.10, nor with x-migrate-msix=off; the target waits for it',
    advice: [`start the target with -global pcie-root-port.x-migrate-msix=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/pci-bridge/gen_pcie_root_port.c, gen_rp_test_migrate_msix; hw_compat_2_9',
  }),
};
