import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';

/** What the first member of a snapshot says; the number is raised when older readers could not read it. */
export const SNAPSHOT_FORMAT = 'bytewright/snapshot@2';

/** How a snapshot's name ends. */
export const SNAPSHOT_SUFFIX = '.ir.json';

/**
 * The representation of a schema module, as it is saved: what `generate` made its code from. Structs that another module's
 * snapshot holds are named, not repeated.
 */
export interface Snapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  /** The schema module, as a path; for readers only. */
  readonly source: string;
  /** The configuration for which it was generated, as a path relative to the snapshot; others have none. */
  readonly configuration?: string;
  /** The exported structs, by name: how a representation begins, a reference to the struct or one with parameters bound. */
  readonly exports: Readonly<Record<string, NodeIR>>;
  /** Names of those for which code is generated that decodes them by themselves. */
  readonly roots: readonly string[];
  /** Snapshots of other modules, as paths relative to this one, and the structs that are taken from them. */
  readonly uses: Readonly<Record<string, readonly string[]>>;
  /** The structs that are held here, by name. */
  readonly structs: Readonly<Record<string, StructIR>>;
}
