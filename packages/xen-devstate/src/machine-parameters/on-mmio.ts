import { onMmio } from '../vmstate/virtio.js';
import type { MachineParameter } from './machine-parameter.js';

/** What is known of {@link onMmio}. */
export const onMmioParameter: MachineParameter = {
  parameter: onMmio,
};
