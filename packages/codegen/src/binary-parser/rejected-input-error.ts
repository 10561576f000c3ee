/**
 * Bytes that the schema does not accept, seen by a function that this package gave to binary-parser. What
 * binary-parser notices itself, a read past the end, is a `RangeError`; nothing else is thrown for bad input.
 */
export class RejectedInputError extends Error {
  override readonly name = 'RejectedInputError';
  /** Where in the schema, such as `Section.payload`. binary-parser gives no offset. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
