import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a PCI Express port has MSI-X. Source: QEMU hw/pci-bridge/gen_pcie_root_port.c, `gen_rp_test_migrate_msix`. */
export const portMsix: Parameter<boolean> = flag('portMsix', true);

/** The description of {@link portMsix}. */
export const portMsixParameter: MachineParameter = {
  parameter: portMsix,
  // QEMU hw/core/machine.c: hw_compat_2_9, pcie-root-port x-migrate-msix
  since: 210,
  property: { name: 'pcie-root-port.x-migrate-msix', whenOn: true },
  difference: (inFile) => ({
    cause: 'root-port-msix',
    expected: inFile ? 'no MSI-X table' : 'an MSI-X table',
    found: inFile ? 'an MSI-X table' : 'no MSI-X table',
    why: inFile
      ? 'the MSI-X table of a root port is saved since machine type 2.10; the target uses an older one, or x-migrate-msix=off'
      : 'the MSI-X table of a root port is not saved before machine type 2.10, or with x-migrate-msix=off; the target expects it',
    advice: [`start the target with -global pcie-root-port.x-migrate-msix=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/pci-bridge/gen_pcie_root_port.c, gen_rp_test_migrate_msix; hw_compat_2_9',
  }),
};
