import { describe } from '../errors/describe.js';
import { decodeFailure } from '../errors/failures.js';
import { invalidUtf8At } from './invalid-utf8-at.js';
import { asciiText, firstAbove, latin1Text } from './latin1-text.js';
import type { TextEncoding } from './text-encoding.js';
import { utf8Decoder } from './utf8.js';
import { describeInvalidUtf16, invalidUtf16At, isUtf16, utf16Text } from './utf16.js';

/** Up to so many characters are looked at one by one, whether they are all ASCII: more is left to the platform. */
const SHORT = 128;

/**
 * Text from bytes `from` to `to`, which exist.
 *
 * @throws DecodeError `invalid-text` at the first byte that is not text in this encoding.
 * @example the bytes `68 69` are "hi" in all but utf-16; `e9` is "é" in latin1 and refused in ascii and utf-8
 */
export function decodeText(
  bytes: Uint8Array,
  from: number,
  to: number,
  encoding: TextEncoding,
  path: string,
): string {
  const text = textAt(bytes, from, to, encoding);
  if (text !== undefined) return text;
  if (isUtf16(encoding)) {
    const at = invalidUtf16At(bytes, from, to, encoding);
    const found = describeInvalidUtf16(bytes, at, to, encoding);
    throw decodeFailure('invalid-text', at, path, `${encoding} text`, found);
  }
  const at = encoding === 'ascii' ? firstAbove(bytes, from, to) : invalidUtf8At(bytes, from, to);
  throw decodeFailure('invalid-text', at, path, `${encoding} text`, `byte ${describe(bytes[at])}`);
}

/** The same, or `undefined` where the bytes are no text in this encoding. For look-ahead. */
export function textAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  encoding: TextEncoding,
): string | undefined {
  if (encoding === 'latin1') return latin1Text(bytes, from, to);
  if (isUtf16(encoding)) {
    return invalidUtf16At(bytes, from, to, encoding) < 0 ? utf16Text(bytes, from, to, encoding) : undefined;
  }
  if (encoding === 'ascii') return asciiText(bytes, from, to);
  // what is ASCII reads the same
  return (to - from <= SHORT ? asciiText(bytes, from, to) : undefined) ?? utf8Text(bytes, from, to);
}

function utf8Text(bytes: Uint8Array, from: number, to: number): string | undefined {
  const part = bytes.subarray(from, to);
  try {
    return utf8Decoder.decode(part);
  } catch {
    if (invalidUtf8At(bytes, from, to) >= 0) return undefined;
    // Well-formed, and yet refused: browsers do not decode from shared memory, but do from a copy.
    return utf8Decoder.decode(new Uint8Array(part));
  }
}
