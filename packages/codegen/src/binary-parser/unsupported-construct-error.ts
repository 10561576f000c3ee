/**
 * A schema holds something that binary-parser cannot do as the schema means it. Thrown while the parser is
 * built, before any byte is read: a parser that exists agrees with the schema.
 *
 * @example
 * toBinaryParser(struct('Section', { payload: bytes(until(literal(u8, 0))) }))
 * // UnsupportedConstructError: Section.payload: until: binary-parser has no way to …
 */
export class UnsupportedConstructError extends Error {
  override readonly name = 'UnsupportedConstructError';
  /** Where in the schema, such as `Section.payload`; `[]` stands for the elements of a list. */
  readonly path: string;
  /** The kind of node or extent, as the intermediate representation and the capability table name it. */
  readonly construct: string;
  /** Why binary-parser cannot follow. */
  readonly reason: string;

  constructor(path: string, construct: string, reason: string) {
    super(`${path}: ${construct}: ${reason}`);
    this.path = path;
    this.construct = construct;
    this.reason = reason;
  }
}
