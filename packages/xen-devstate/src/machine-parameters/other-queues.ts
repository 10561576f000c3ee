import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Other queue pairs of a virtio network device: its parent says. Source: QEMU hw/net/virtio-net.c. */
export const otherQueues: Parameter<number> = said('otherQueues');

/** What is known of {@link otherQueues}. */
export const otherQueuesParameter: MachineParameter = {
  parameter: otherQueues,
};
