import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The number of words in a virtio memory device's bitmap, which has one bit per block. Source: QEMU hw/virtio/virtio-mem.c. */
export const memoryWords: Parameter<number> = said('memoryWords', 1);

/** The description of {@link memoryWords}. */
export const memoryWordsParameter: MachineParameter = {
  parameter: memoryWords,
};
