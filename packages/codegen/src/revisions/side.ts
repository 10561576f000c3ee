import type { SchemaIR } from '@bytewright/schema-dsl/ir';

/** One side of a comparison: what a schema module says, now or at a revision. */
export interface Side {
  /** What was asked for, such as `HEAD~1:src/schema/message.ts`. */
  readonly label: string;
  /** Its structs that decode by themselves, in the order of the module's exports. */
  readonly roots: readonly Root[];
}

/** A struct that decodes by itself. */
export interface Root {
  readonly name: string;
  readonly schema: SchemaIR;
}
