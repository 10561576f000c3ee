import type { DecodeError, EncodeError } from '../../src/index.js';
import { decode, encode, isDecodeError, isEncodeError } from '../../src/index.js';
import { schemaOf } from './run-example.js';

/** The error that decoding bytes, given in hexadecimal digits, brings. */
export function decodeErrorOf(schema: string, hex: string): DecodeError {
  const bytes = Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16));
  try {
    decode(schemaOf(schema), bytes);
  } catch (error) {
    if (isDecodeError(error)) return error;
    throw error;
  }
  throw new Error(`decoded: ${schema}`);
}

/** The error that encoding a value, given as a text, brings. */
export function encodeErrorOf(schema: string, value: string): EncodeError {
  try {
    // the text is this program's own
    encode(schemaOf(schema), new Function(`return (${value});`)());
  } catch (error) {
    if (isEncodeError(error)) return error;
    throw error;
  }
  throw new Error(`encoded: ${schema}`);
}
