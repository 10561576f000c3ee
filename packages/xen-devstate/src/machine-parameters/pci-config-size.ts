import { pciConfigSize } from '../vmstate/pci-config.js';
import type { MachineParameter } from './machine-parameter.js';

/** The description of {@link pciConfigSize}. */
export const pciConfigSizeParameter: MachineParameter = {
  parameter: pciConfigSize,
  difference: (inFile, there) => ({
    cause: 'pci-express',
    expected: `a configuration space of ${String(there)} bytes`,
    found: `a configuration space of ${String(inFile)} bytes`,
    why:
      inFile === 4096
        ? 'the device is on PCI Express in the file, but on conventional PCI in the target'
        : 'the device is on conventional PCI in the file, but on PCI Express in the target',
    advice: [
      `start the target with x-disable-pcie=${inFile === 4096 ? 'off' : 'on'} for the device`,
      'or put the device on a bus of the same kind: a pcie-root-port, or a conventional one',
    ],
    source: 'QEMU hw/pci/pci.c, migrate_is_pcie; hw/core/machine.c, hw_compat_2_5 x-disable-pcie',
  }),
};
