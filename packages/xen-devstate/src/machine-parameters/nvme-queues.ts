import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Number of queues of an NVMe controller, created or not; it is in the controller's state. Source: QEMU hw/nvme/ctrl.c, `conf_ioqpairs`. */
export const nvmeQueues: Parameter<number> = said('nvmeQueues');

/** Details of {@link nvmeQueues}. */
export const nvmeQueuesParameter: MachineParameter = {
  parameter: nvmeQueues,
};
