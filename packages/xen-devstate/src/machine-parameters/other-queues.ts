import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The number of additional queue pairs of a virtio network device, which is set by its parent. Source: QEMU hw/net/virtio-net.c. */
export const otherQueues: Parameter<number> = said('otherQueues');

/** The description of {@link otherQueues}. */
export const otherQueuesParameter: MachineParameter = {
  parameter: otherQueues,
};
