import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether an SMBus host of ICH9 saves its registers: from machine type 4.0 on. Source: QEMU hw/i2c/smbus_ich9.c. */
export const ich9Smbus: Parameter<boolean> = flag('ich9Smbus', true);

/** What is known of {@link ich9Smbus}. */
export const ich9SmbusParameter: MachineParameter = {
  parameter: ich9Smbus,
  // QEMU hw/i386/pc_piix.c, pc_q35.c: smbus_no_migration_support of machine types 3.1 and before
  since: 400,
  difference: (inFile) => ({
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
};
