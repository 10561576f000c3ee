import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The ESP controller's own version, which its bus saves before it. Source: QEMU hw/scsi/esp.c, `mig_version_id`. */
export const espVersion: Parameter<number> = said('espVersion', 0);

/** The description of {@link espVersion}. */
export const espVersionParameter: MachineParameter = {
  parameter: espVersion,
};
