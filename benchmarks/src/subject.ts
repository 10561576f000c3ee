import type { Contender } from './contender.js';

/** Something that is decoded and encoded, by whoever can. */
export interface Subject {
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * A smaller input of the same kind, for large ones: on it, contenders are compared value by value, and warm up. Default:
   * `bytes`.
   */
  readonly sample?: Uint8Array;
  /** Code by hand comes first. */
  readonly contenders: readonly Contender[];
}

/** The input that contenders are compared on and warm up with. */
export function sampleOf({ sample, bytes }: Subject): Uint8Array {
  return sample ?? bytes;
}
