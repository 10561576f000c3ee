import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Bytes of a flash chip's block that is being written. Source: QEMU hw/block/pflash_cfi01.c, `writeblock_size`. */
export const flashBlockSize: Parameter<number> = number('flashBlockSize', 2048, 256, 4096);

/** What is known of {@link flashBlockSize}. */
export const flashBlockSizeParameter: MachineParameter = {
  parameter: flashBlockSize,
  counts: 'bytes of a block of flash memory',
};
