import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the SMBus host is migrated: since machine type 4.0. Source: QEMU hw/acpi/piix4.c, `piix4_vmstate_need_smbus`. */
export const smbus: Parameter<boolean> = flag('smbus');

/** The description of {@link smbus}. */
export const smbusParameter: MachineParameter = {
  parameter: smbus,
  // QEMU hw/i386/pc_piix.c, pc_q35.c: smbus_no_migration_support of machine types up to 3.1
  since: 400,
  difference: (inFile) => ({
    cause: 'piix4-smbus',
    expected: inFile ? 'no `smb` after `apm`' : '`smb` after `apm`: the SMBus host, 48 bytes',
    found: inFile ? '48 bytes of `smb`' : 'no `smb`: `apm` is followed by the ACPI timer',
    why: inFile
      ? '`smb` is saved since machine type 4.0; the target uses an older one'
      : '`smb` was not saved before machine type 4.0; the target uses a newer one',
    advice: inFile
      ? ['start the target with machine type 4.0 or later, such as -M pc-i440fx-4.0 (Xen: -M xenfv-4.2)']
      : ['start the target with machine type 3.1 or earlier, such as -M pc-i440fx-3.1 (Xen: -M xenfv-3.1)'],
    source:
      'QEMU hw/acpi/piix4.c, piix4_vmstate_need_smbus; hw/i386/pc_piix.c, smbus_no_migration_support of 3.1',
  }),
};
