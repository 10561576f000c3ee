import type { SchemaIR } from '@bytewright/schema-dsl/ir';

/** What a module, or a saved representation of one, offers to be decoded by itself. */
export interface SideRoot {
  readonly name: string;
  readonly schema: SchemaIR;
}

/** One side of a comparison. */
export interface Side {
  /** What reports call it: as the user wrote it. */
  readonly label: string;
  readonly roots: readonly SideRoot[];
}
