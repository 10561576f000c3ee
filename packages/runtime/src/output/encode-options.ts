import type { Limits } from '../input/limits.js';

/** How to encode, and how to take a value's size. Options for decoding will do: what decoded with them encodes with them. */
export interface EncodeOptions {
  /** Of these, `depth` bounds what is encoded; the others are about input. */
  readonly limits?: Partial<Limits>;
}
