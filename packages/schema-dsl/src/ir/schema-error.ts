/**
 * A schema that cannot be what its author meant: found when the schema is first used, never while bytes are read.
 * The message names the schema path and the cure.
 */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** Where in the schema, such as `Section.payload`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
