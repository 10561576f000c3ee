import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether the SMBus host of an ICH9 saves its registers: since machine type 4.0. Source: QEMU hw/i2c/smbus_ich9.c. */
export const ich9Smbus: Parameter<boolean> = flag('ich9Smbus', true);

/** The description of {@link ich9Smbus}. */
export const ich9SmbusParameter: MachineParameter = {
  parameter: ich9Smbus,
  // QEMU hw/i386/pc_piix.c, pc_q35.c: smbus_no_migration_support of machine types up to 3.1
  since: 400,
  difference: (inFile) => ({
    cause: 'ich9-smbus',
    expected: inFile ? 'nothing after the PCI device' : '`irq_enabled` and `smb`, 49 bytes',
    found: inFile ? '49 bytes of `irq_enabled` and `smb`' : 'nothing after the PCI device',
    why: inFile
      ? 'the SMBus host is saved since machine type 4.0; the target uses an older one'
      : 'the SMBus host was not saved before machine type 4.0; the target uses a newer one',
    advice: inFile
      ? ['start the target with machine type 4.0 or later, such as -M pc-q35-4.0']
      : ['start the target with machine type 3.1 or earlier, such as -M pc-q35-3.1'],
    source: 'QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus',
  }),
};
