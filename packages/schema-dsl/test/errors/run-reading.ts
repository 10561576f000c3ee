import type { DecodeError, EncodeError } from '../../src/index.js';
import { decode, encode, isDecodeError, isEncodeError } from '../../src/index.js';
import { schemaOf } from './run-example.js';

/** The error from decoding bytes given as hexadecimal digits. */
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

/** The error from encoding a value given as source text. */
export function encodeErrorOf(schema: string, value: string): EncodeError {
  try {
    // the text is part of this program
    encode(schemaOf(schema), new Function(`return (${value});`)());
  } catch (error) {
    if (isEncodeError(error)) return error;
    throw error;
  }
  throw new Error(`encoded: ${schema}`);
}
