import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The size of a block of a flash chip, in bytes. Source: QEMU hw/block/pflash_cfi01.c, `writeblock_size`. */
export const flashBlockSize: Parameter<number> = number('flashBlockSize', 2048, 256, 4096);

/** The description of {@link flashBlockSize}. */
export const flashBlockSizeParameter: MachineParameter = {
  parameter: flashBlockSize,
  counts: 'flash block size in bytes',
};
