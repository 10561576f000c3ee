import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Ports of an AHCI controller: 6 of ICH9's. Source: QEMU hw/ide/ahci.c. */
export const ahciPorts: Parameter<number> = number('ahciPorts', 6, 1, 2, 4, 8, 32);

/** What is known of {@link ahciPorts}. */
export const ahciPortsParameter: MachineParameter = {
  parameter: ahciPorts,
  counts: 'ports of the AHCI controller',
};
