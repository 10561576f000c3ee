import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether an e1000e saves the adjustment of its timer: since machine type 8.0. Source: QEMU hw/core/machine.c, `hw_compat_7_2`. */
export const timeAdjust: Parameter<boolean> = flag('timeAdjust', true);

/** The description of {@link timeAdjust}. */
export const timeAdjustParameter: MachineParameter = {
  parameter: timeAdjust,
  // QEMU hw/core/machine.c: hw_compat_7_2, e1000e migrate-timadj
  since: 800,
  property: { name: 'e1000e.migrate-timadj', whenOn: true },
  difference: (inFile) => ({
    cause: 'e1000e-timadj',
    expected: inFile ? 'no `timadj`' : '`core.timadj`, 8 bytes',
    found: inFile ? '8 bytes of `core.timadj`' : 'no `timadj`',
    why: `\`timadj\` is saved since machine type 8.0; the target uses ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global e1000e.migrate-timadj=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/net/e1000e.c, e1000e_migrate_timadj; hw/core/machine.c, hw_compat_7_2',
  }),
};
