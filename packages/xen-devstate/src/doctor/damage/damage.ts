import type { Finding } from '../diagnosis.js';

/** Bytes in the place of others. */
export interface Repair {
  readonly offset: number;
  readonly removed: number;
  readonly added: Uint8Array;
  /** What is changed by it, in words. */
  readonly change: string;
}

/** Damage, and what undoes it where that is certain. */
export interface Damage {
  readonly finding: Finding;
  readonly repair: Repair | undefined;
}
