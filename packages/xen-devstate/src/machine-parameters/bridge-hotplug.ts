import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether bridges take hot-plugged devices by ACPI; never under Xen. Source: QEMU hw/acpi/piix4.c. */
export const bridgeHotplug: Parameter<boolean> = flag('bridgeHotplug');

/** What is known of {@link bridgeHotplug}. */
export const bridgeHotplugParameter: MachineParameter = {
  parameter: bridgeHotplug,
  // QEMU hw/i386/pc_piix.c: pc_compat_1_7 turns it off
  since: 200,
  property: { name: 'piix4_pm.acpi-pci-hotplug-with-bridge-support', whenOn: true },
  difference: (inFile) => ({
    cause: 'piix4-bridge-hotplug',
    expected: inFile
      ? '`acpi_pcihp_pci_status` of the root bus alone, 8 bytes'
      : '`hotplug_select` and `acpi_pcihp_pci_status` of 256 buses, 2052 bytes',
    found: inFile
      ? '2052 bytes: `hotplug_select` and `acpi_pcihp_pci_status` of 256 buses'
      : '8 bytes: `acpi_pcihp_pci_status` of the root bus alone',
    why: inFile
      ? 'the file was written with hot-plugging of devices behind bridges, which the target has off: so it is under Xen, in machine types of 1.7 and before, and where a property says so'
      : 'the file was written without hot-plugging of devices behind bridges, as it is under Xen and in machine types of 1.7 and before; the target has it on',
    advice: [
      `start the target with -global PIIX4_PM.acpi-pci-hotplug-with-bridge-support=${inFile ? 'on' : 'off'}`,
    ],
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_use_acpi_hotplug_bridge',
  }),
};
