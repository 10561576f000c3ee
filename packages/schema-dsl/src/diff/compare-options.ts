import type { FieldIR, StructIR } from '../ir/schema.js';

/** Options of a comparison of two revisions. */
export interface CompareOptions {
  /**
   * Renames: of a field, as `Struct.field` of the old revision, to its new name; of a struct, from its old name to its new
   * one.
   *
   * @example `{ 'Message.size': 'length', Pixel: 'Colour' }`
   */
  readonly renames?: Readonly<Record<string, string>>;
  /** The name that fields are matched by and shown with in paths; the field's own name by default. */
  readonly fieldName?: (field: FieldIR) => string;
  /** The name that structs are matched by and shown with in paths; the struct's own name by default. */
  readonly structName?: (struct: StructIR) => string;
}
