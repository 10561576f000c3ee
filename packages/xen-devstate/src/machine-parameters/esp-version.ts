import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The ESP controller's own version, which its bus saves in front of it. Source: QEMU hw/scsi/esp.c, `mig_version_id`. */
export const espVersion: Parameter<number> = said('espVersion', 0);

/** What is known of {@link espVersion}. */
export const espVersionParameter: MachineParameter = {
  parameter: espVersion,
};
