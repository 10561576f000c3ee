import type { Parser } from 'binary-parser/dist/binary_parser.js';

/** What a parser made from a schema returns. */
export interface Parsed<T> {
  /** The value, as `decode()` of the schema gives it. */
  readonly value: T;
  /** Bytes that were read. Those behind are not looked at: compare with the input's length. */
  readonly consumed: number;
}

/**
 * A binary-parser `Parser` whose `parse` has a type. It can be nested in parsers written by hand like any
 * other.
 *
 * Parsing compiles the parser with `new Function` on first use, so a content security policy must allow that.
 */
export interface SchemaParser<T> extends Parser {
  /**
   * Reads from the front of the input.
   *
   * @throws RejectedInputError or RangeError for bytes that the schema does not accept.
   */
  parse(bytes: Uint8Array): Parsed<T>;
}
