import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import type { Output } from '../output/output.js';
import type { TextEncoding } from './text-encoding.js';
import { utf8Encoder } from './utf8.js';
import { isUtf16, writeUtf16 } from './utf16.js';

/** Up to so many characters a loop is faster than a call into the platform. */
const SHORT = 32;

/**
 * Bytes that a text takes.
 *
 * @throws EncodeError `wrong-type` for anything but a string, `invalid-text` for what the encoding cannot write:
 * characters above its range, and lone surrogates.
 */
export function textSize(value: unknown, encoding: TextEncoding, path: string, offset?: number): number {
  if (typeof value !== 'string') throw encodeFailure('wrong-type', offset, path, 'a string', describe(value));
  if (encoding === 'ascii' || encoding === 'latin1') {
    const limit = encoding === 'ascii' ? 0x7f : 0xff;
    for (let i = 0; i < value.length; i++) {
      if (value.charCodeAt(i) > limit) throw unwritable(value, i, encoding, path, offset);
    }
    return value.length;
  }
  const isWide = isUtf16(encoding);
  let size = 0;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (isWide && (unit < 0xd800 || unit > 0xdfff)) size += 2;
    else if (unit < 0x80) size += 1;
    else if (unit < 0x800) size += 2;
    else if (unit < 0xd800 || unit > 0xdfff) size += 3;
    else {
      const next = value.charCodeAt(i + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff))
        throw unwritable(value, i, encoding, path, offset);
      size += 4;
      i++;
    }
  }
  return size;
}

/**
 * Writes a text whose size has been taken, and gives the offset behind it.
 *
 * @throws EncodeError as {@link textSize}, and `wrong-length` where the text has changed since.
 */
export function writeText(
  output: Output,
  value: string,
  encoding: TextEncoding,
  offset: number,
  path: string,
): number {
  const size = textSize(value, encoding, path, offset);
  const { bytes } = output;
  if (size > bytes.length - offset) {
    throw grownValue(offset, path, bytes.length - offset, size);
  }
  if (isUtf16(encoding)) {
    writeUtf16(bytes, value, offset, encoding);
  } else if (size === value.length && (size <= SHORT || encoding === 'latin1')) {
    writeUnits(bytes, value, offset);
  } else {
    utf8Encoder.encodeInto(value, bytes.subarray(offset, offset + size));
  }
  return offset + size;
}

/** Writes a text that has as many bytes as JavaScript's units: each unit is a byte. */
function writeUnits(bytes: Uint8Array, value: string, offset: number): void {
  for (let i = 0; i < value.length; i++) bytes[offset + i] = value.charCodeAt(i);
}

/** The bytes of a text that {@link textSize} accepts. */
export function encodeText(value: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return utf8Encoder.encode(value);
  const isWide = isUtf16(encoding);
  const bytes = new Uint8Array(isWide ? 2 * value.length : value.length);
  if (isWide) writeUtf16(bytes, value, 0, encoding);
  else writeUnits(bytes, value, 0);
  return bytes;
}

function unwritable(
  value: string,
  at: number,
  encoding: TextEncoding,
  path: string,
  offset: number | undefined,
): Error {
  const code = value.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return encodeFailure('invalid-text', offset, path, `${encoding} text`, `U+${code} at character ${at}`);
}
