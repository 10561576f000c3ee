import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/**
 * The size of an SD card's bitmap of protected groups, with one bit per 256 KiB, for cards of powers of two up to 64 GiB.
 * Source: QEMU hw/sd/sd.c, `sd_reset`.
 */
export const sdGroupWords: Parameter<number> = number(
  'sdGroupWords',
  1,
  2,
  3,
  5,
  9,
  17,
  33,
  65,
  129,
  257,
  513,
);

/** The description of {@link sdGroupWords}. */
export const sdGroupWordsParameter: MachineParameter = {
  parameter: sdGroupWords,
  counts: "words in the card's bitmap of protected groups, which depends on its size",
};
