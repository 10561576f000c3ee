import type { FieldIR, StructIR } from '../ir/schema.js';

/** What a comparison is told of two revisions. */
export interface CompareOptions {
  /**
   * Names that were changed: of a field, as `Struct.field` of the old revision, with its new name; of a struct, by its old
   * name, with its new one.
   *
   * @example `{ 'Message.size': 'length', Pixel: 'Colour' }`
   */
  readonly renames?: Readonly<Record<string, string>>;
  /** What fields are matched by, and called in paths; their names, if it is not given. */
  readonly fieldName?: (field: FieldIR) => string;
  /** What structs are called in paths, and whether they are the same by; their names, if it is not given. */
  readonly structName?: (struct: StructIR) => string;
}
