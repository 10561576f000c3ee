import type { Segment } from '../../interpreter/path.js';

/** How a law was broken. */
export interface Breach {
  readonly problem: string;
  readonly bytes?: Uint8Array;
  readonly value?: unknown;
  /** The byte that it is about. */
  readonly offset?: number | undefined;
  /** The part of the value that it is about, if it is known better than the byte. */
  readonly path?: readonly Segment[];
  /** What was written in place of `bytes`. */
  readonly written?: Uint8Array;
}
