import type { StructIR } from '@bytewright/schema-dsl/ir';

/** What the first line of a snapshot says, after the brace. */
export const SNAPSHOT_FORMAT = 'bytewright/snapshot@1';

/** The end of a snapshot's file name. */
export const SNAPSHOT_SUFFIX = '.ir.json';

/**
 * The representation of a schema module, saved: what its structs are, with all relations solved. Structs of other modules
 * are in the snapshots of those.
 */
export interface Snapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  /** The schema module, relative to the configuration. */
  readonly source: string;
  /** Structs that can be decoded by themselves, in order of export. */
  readonly roots: readonly string[];
  readonly structs: Readonly<Record<string, StructIR>>;
  /** Structs that are elsewhere, with the file that has them, relative to this one. */
  readonly uses: Readonly<Record<string, string>>;
}

/** Whether a file begins like a snapshot, of this format or another one. */
export function isSnapshot(text: string): boolean {
  return /^\{\s*"format": "bytewright\/snapshot@/.test(text);
}
