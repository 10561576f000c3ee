import type { Segment } from '../../interpreter/path.js';

/** How a law was broken. */
export interface Breach {
  readonly problem: string;
  readonly bytes?: Uint8Array;
  readonly value?: unknown;
  /** The offset of the byte in question. */
  readonly offset?: number | undefined;
  /** The part of the value in question, if that is known more precisely than the byte. */
  readonly path?: readonly Segment[];
  /** What was encoded instead of `bytes`. */
  readonly written?: Uint8Array;
}
