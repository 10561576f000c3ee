import type { FactWords } from './words.js';

/** What decides the shape of ACPI's devices: a PIIX4's power management, and ICH9's SMBus host. */
export const ACPI_FACTS: Readonly<Record<string, FactWords>> = {
  smbus: (inFile) => ({
    cause: 'piix4-smbus',
    expected: inFile ? 'no `smb` behind `apm`' : '`smb` behind `apm`: the SMBus host, 48 bytes',
    found: inFile ? '48 bytes of `smb`' : 'no `smb`: what follows `apm` is the ACPI timer',
    why: inFile
      ? '`smb` is saved from machine type 4.0 on; the target is started as an older one'
      : '`smb` was not saved before machine type 4.0; the target is started as a newer one',
    advice: inFile
      ? ['start the target with a machine type of 4.0 or later, such as -M pc-i440fx-4.0 (Xen: -M xenfv-4.2)']
      : [
          'start the target with a machine type of 3.1 or before, such as -M pc-i440fx-3.1 (Xen: -M xenfv-3.1)',
        ],
    source:
      'QEMU hw/acpi/piix4.c, piix4_vmstate_need_smbus; hw/i386/pc_piix.c, smbus_no_migration_support of 3.1',
  }),
  ich9Smbus: (inFile) => ({
    cause: 'ich9-smbus',
    expected: inFile ? 'nothing behind the PCI device' : '`irq_enabled` and `smb`, 49 bytes',
    found: inFile ? '49 bytes of `irq_enabled` and `smb`' : 'nothing behind the PCI device',
    why: inFile
      ? 'the SMBus host is saved from machine type 4.0 on; the target is started as an older one'
      : 'the SMBus host was not saved before machine type 4.0; the target is started as a newer one',
    advice: inFile
      ? ['start the target with a machine type of 4.0 or later, such as -M pc-q35-4.0']
      : ['start the target with a machine type of 3.1 or before, such as -M pc-q35-3.1'],
    source: 'QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus',
  }),
  bridgeHotplug: (inFile) => ({
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
  acpiIndex: (inFile) => ({
    cause: 'piix4-acpi-index',
    expected: inFile ? 'nothing behind `acpi_pcihp_pci_status`' : '`acpi_index`, 4 bytes',
    found: inFile ? '4 bytes of `acpi_index`' : 'nothing behind `acpi_pcihp_pci_status`',
    why: inFile
      ? '`acpi_index` is saved from machine type 7.0 on; the target is started as an older one'
      : '`acpi_index` was not saved before machine type 7.0; the target is started as a newer one',
    advice: [
      inFile
        ? 'start the target with a machine type of 7.0 or later'
        : 'start the target with a machine type of 6.2 or before, such as -M pc-i440fx-6.2',
      `or with -global PIIX4_PM.x-not-migrate-acpi-index=${inFile ? 'off' : 'on'}`,
    ],
    source: 'QEMU hw/acpi/piix4.c, vmstate_test_migrate_acpi_index; hw/core/machine.c, hw_compat_6_2',
  }),
};
