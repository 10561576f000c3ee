import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Queues of an NVMe controller, made or not: it says so itself. Source: QEMU hw/nvme/ctrl.c, `conf_ioqpairs`. */
export const nvmeQueues: Parameter<number> = said('nvmeQueues');

/** What is known of {@link nvmeQueues}. */
export const nvmeQueuesParameter: MachineParameter = {
  parameter: nvmeQueues,
};
