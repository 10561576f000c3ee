import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/**
 * Bits of an SD card's map of protected groups: one for each 256 KiB, of cards of powers of two, of 64 MiB and less up to 64 GiB.
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

/** What is known of {@link sdGroupWords}. */
export const sdGroupWordsParameter: MachineParameter = {
  parameter: sdGroupWords,
  counts: "words of the card's map of protected groups, which its size decides",
};
