import { difference } from '@bytewright/schema-dsl/testing';
import type { Parsed, SchemaParser } from '../../src/binary-parser/index.js';
import {
  parseWithBinaryParser,
  RejectedInputError,
  toBinaryParser,
  UnsupportedConstructError,
} from '../../src/binary-parser/index.js';
import type { Outcome } from './outcome.js';

/** The parser of a schema that binary-parser can follow. */
export function parserOf(schema: Parameters<typeof toBinaryParser>[0]): SchemaParser<unknown> | undefined {
  try {
    return toBinaryParser(schema);
  } catch (error) {
    if (error instanceof UnsupportedConstructError) return undefined;
    throw error;
  }
}

/**
 * What is wrong with what binary-parser makes of bytes, of which `ours` is known: it must give the same value and read
 * as far, or refuse what we refuse. Bytes behind a value, which only we refuse, must be behind the same value.
 */
export function faultOfParser(
  parser: SchemaParser<unknown>,
  bytes: Uint8Array,
  ours: Outcome,
  decode: (bytes: Uint8Array) => Outcome,
): string | undefined {
  let parsed: Parsed<unknown>;
  try {
    parsed = parseWithBinaryParser(parser, bytes);
  } catch (error) {
    const isRejection = error instanceof RejectedInputError || error instanceof RangeError;
    if (!isRejection) return `binary-parser crashes: ${String(error)}`;
    return 'value' in ours ? `binary-parser refuses what we accept: ${error.message}` : undefined;
  }
  const { value, consumed } = parsed;
  if ('value' in ours) {
    if (consumed !== bytes.length) return `binary-parser reads ${consumed} of ${bytes.length} bytes`;
    const problem = difference(value, ours.value);
    return problem === undefined ? undefined : `binary-parser reads another value: ${problem}`;
  }
  if (consumed >= bytes.length) return 'binary-parser accepts what we refuse';
  const front = decode(bytes.slice(0, consumed));
  if (!('value' in front)) return 'binary-parser accepts the front of what we refuse';
  const problem = difference(value, front.value);
  return problem === undefined ? undefined : `binary-parser reads another value in front: ${problem}`;
}
