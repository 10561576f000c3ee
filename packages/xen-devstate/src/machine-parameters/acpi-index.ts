import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the ACPI index of a slot is migrated: since machine type 7.0. Source: QEMU hw/core/machine.c, `hw_compat_6_2`. */
export const acpiIndex: Parameter<boolean> = flag('acpiIndex', true);

/** The description of {@link acpiIndex}. */
export const acpiIndexParameter: MachineParameter = {
  parameter: acpiIndex,
  // QEMU hw/core/machine.c: hw_compat_6_2, PIIX4_PM x-not-migrate-acpi-index
  since: 700,
  property: { name: 'piix4_pm.x-not-migrate-acpi-index', whenOn: false },
  difference: (inFile) => ({
    cause: 'piix4-acpi-index',
    expected: inFile ? 'nothing after `acpi_pcihp_pci_status`' : '`acpi_index`, 4 bytes',
    found: inFile ? '4 bytes of `acpi_index`' : 'nothing after `acpi_pcihp_pci_status`',
    why: inFile
      ? '`acpi_index` is saved since machine type 7.0; the target uses an older one'
      : '`acpi_index` was not saved before machine type 7.0; the target uses a newer one',
    advice: [
      inFile
        ? 'start the target with machine type 7.0 or later'
        : 'start the target with machine type 6.2 or earlier, such as -M pc-i440fx-6.2',
      `or with -global PIIX4_PM.x-not-migrate-acpi-index=${inFile ? 'off' : 'on'}`,
    ],
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_migrate_acpi_index; hw/core/machine.c, hw_compat_6_2',
  }),
};
