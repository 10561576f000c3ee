import type { Finding } from '../diagnosis.js';

/** A replacement of bytes. */
export interface Repair {
  readonly offset: number;
  readonly removed: number;
  readonly added: Uint8Array;
  /** Describes the change. */
  readonly change: string;
}

/** Damage, and its repair if that is certain. */
export interface Damage {
  readonly finding: Finding;
  readonly repair: Repair | undefined;
}
