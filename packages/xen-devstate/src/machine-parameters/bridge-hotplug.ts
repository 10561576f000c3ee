import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether bridges support ACPI hot-plugging; never under Xen. Source: QEMU hw/acpi/piix4.c. */
export const bridgeHotplug: Parameter<boolean> = flag('bridgeHotplug');

/** The description of {@link bridgeHotplug}. */
export const bridgeHotplugParameter: MachineParameter = {
  parameter: bridgeHotplug,
  // QEMU hw/i386/pc_piix.c: pc_compat_1_7 turns it off
  since: 200,
  property: { name: 'piix4_pm.acpi-pci-hotplug-with-bridge-support', whenOn: true },
  difference: (inFile) => ({
    cause: 'piix4-bridge-hotplug',
    expected: inFile
      ? '`acpi_pcihp_pci_status` of the root bus only, 8 bytes'
      : '`hotplug_select` and `acpi_pcihp_pci_status` of 256 buses, 2052 bytes',
    found: inFile
      ? '2052 bytes: `hotplug_select` and `acpi_pcihp_pci_status` of 256 buses'
      : '8 bytes: `acpi_pcihp_pci_status` of the root bus only',
    why: inFile
      ? 'the file was written with hot-plugging behind bridges turned on; in the target it is off: because of Xen, machine type 1.7 or earlier, or a property'
      : 'the file was written with hot-plugging behind bridges turned off, as under Xen and with machine type 1.7 or earlier; in the target it is on',
    advice: [
      `start the target with -global PIIX4_PM.acpi-pci-hotplug-with-bridge-support=${inFile ? 'on' : 'off'}`,
    ],
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_use_acpi_hotplug_bridge',
  }),
};
