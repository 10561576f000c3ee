import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a network device's backend has more than one queue pair. Source: QEMU hw/net/virtio-net.c, `max_queue_pairs_gt_1`. */
export const multiqueue: Parameter<boolean> = flag('multiqueue');

/** The description of {@link multiqueue}. */
export const multiqueueParameter: MachineParameter = {
  parameter: multiqueue,
};
