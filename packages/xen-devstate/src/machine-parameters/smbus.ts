import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the SMBus host is migrated: from machine type 4.0 on. Source: QEMU hw/acpi/piix4.c, `piix4_vmstate_need_smbus`. */
export const smbus: Parameter<boolean> = flag('smbus');

/** What is known of {@link smbus}. */
export const smbusParameter: MachineParameter = {
  parameter: smbus,
  // QEMU hw/i386/pc_piix.c, pc_q35.c: smbus_no_migration_support of machine types 3.1 and before
  since: 400,
  difference: (inFile) => ({
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
};
