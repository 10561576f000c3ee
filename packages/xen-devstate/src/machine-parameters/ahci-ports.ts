import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The number of ports of an AHCI controller: 6 for ICH9. Source: QEMU hw/ide/ahci.c. */
export const ahciPorts: Parameter<number> = number('ahciPorts', 6, 1, 2, 4, 8, 32);

/** The description of {@link ahciPorts}. */
export const ahciPortsParameter: MachineParameter = {
  parameter: ahciPorts,
  counts: 'AHCI controller ports',
};
