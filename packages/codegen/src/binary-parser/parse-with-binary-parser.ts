import type { Infer, Node } from '@bytewright/schema-dsl';
import { RejectedInputError } from './rejected-input-error.js';
import type { Parsed, SchemaParser } from './schema-parser.js';
import { isSchemaParser, toBinaryParser } from './to-binary-parser.js';

const parsers = new WeakMap<object, SchemaParser<unknown>>();

/**
 * Reads a schema's value from the front of the input with binary-parser: the second opinion on what
 * `decode()` says. The parser of a schema is built once.
 *
 * @throws UnsupportedConstructError where binary-parser cannot follow the schema.
 * @throws RejectedInputError or RangeError for bytes that the schema does not accept.
 * @example `parseWithBinaryParser(u16be, Uint8Array.of(1, 2, 3))` is `{ value: 0x0102, consumed: 2 }`
 */
export function parseWithBinaryParser<N extends Node<unknown>>(
  schema: N,
  bytes: Uint8Array,
): Parsed<Infer<N>>;
export function parseWithBinaryParser<T>(parser: SchemaParser<T>, bytes: Uint8Array): Parsed<T>;
export function parseWithBinaryParser(
  schema: Node<unknown> | SchemaParser<unknown>,
  bytes: Uint8Array,
): Parsed<unknown> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The input is a Uint8Array');
  const { value, consumed } = parserOf(schema).parse(bytes);
  // every read is checked before; were one missed, binary-parser would go on with an offset that lies outside
  if (!(consumed <= bytes.length))
    throw new RejectedInputError('root', `was read to ${consumed}, past the end at ${bytes.length}`);
  return { value, consumed };
}

function parserOf(schema: Node<unknown> | SchemaParser<unknown>): SchemaParser<unknown> {
  if (isSchemaParser(schema)) return schema;
  const known = parsers.get(schema);
  if (known !== undefined) return known;
  const parser = toBinaryParser(schema as Node<unknown>); // anything else is refused by toBinaryParser
  parsers.set(schema, parser);
  return parser;
}
