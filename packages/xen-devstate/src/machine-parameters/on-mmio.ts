import { onMmio } from '../vmstate/virtio.js';
import type { MachineParameter } from './machine-parameter.js';

/** The description of {@link onMmio}. */
export const onMmioParameter: MachineParameter = {
  parameter: onMmio,
};
