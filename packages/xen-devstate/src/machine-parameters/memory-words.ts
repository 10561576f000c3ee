import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Words of a virtio memory device's map: a bit for each of its blocks. Source: QEMU hw/virtio/virtio-mem.c. */
export const memoryWords: Parameter<number> = said('memoryWords', 1);

/** What is known of {@link memoryWords}. */
export const memoryWordsParameter: MachineParameter = {
  parameter: memoryWords,
};
