import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import type { Output } from '../output/output.js';
import type { TextEncoding } from './text-encoding.js';
import { utf8Encoder } from './utf8.js';
import { isUtf16, writeUtf16 } from './utf16.js';

/** Up to so many characters a loop is faster than a call into the platform. */
const SHORT = 48;

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
 * Writes a text where its bytes go, and gives the offset behind them. Its size need not be known before: a prefix that holds
 * the size is written after it.
 *
 * @param at where the field begins, which is where errors of the text itself are
 * @throws EncodeError as {@link textSize}, and `wrong-length` where there is no room for the text: it has grown since its
 * size was taken.
 * @example `writeText(output, 'hi', 'ascii', 1, 'name', 0)` writes `68 69` at 1, and gives 3
 */
export function writeText(
  output: Pick<Output, 'bytes'>,
  value: unknown,
  encoding: TextEncoding,
  offset: number,
  path: string,
  at: number = offset,
): number {
  const { bytes } = output;
  if (typeof value === 'string' && value.length <= bytes.length - offset && !isUtf16(encoding)) {
    const isLatin1 = encoding === 'latin1';
    const isShort = isLatin1 || value.length <= SHORT;
    const end = isShort
      ? writeUnits(bytes, value, offset, isLatin1 ? 0xff : 0x7f, encoding)
      : writeLong(bytes, value, offset, encoding);
    if (end >= 0) return end;
  }
  return writeMeasured(bytes, value, encoding, offset, path, at);
}

/**
 * Writes a text unit by unit, and gives the offset behind it; -1 where that is not all there is to it.
 *
 * @param limit the greatest unit that is a byte
 */
function writeUnits(
  bytes: Uint8Array,
  value: string,
  offset: number,
  limit: number,
  encoding: TextEncoding,
): number {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit > limit) return encoding === 'utf-8' ? writeWide(bytes, value, offset, i) : -1;
    bytes[offset + i] = unit;
  }
  return offset + value.length;
}

/** Bytes that a unit of a text takes at most as UTF-8. */
const MOST_BYTES = 3;

/** Goes on in UTF-8 from the first unit that is not of ASCII, where there is room for whatever follows, and no surrogate does. */
function writeWide(bytes: Uint8Array, value: string, offset: number, from: number): number {
  if (MOST_BYTES * value.length > bytes.length - offset) return -1;
  let at = offset + from;
  for (let i = from; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 0x80) bytes[at++] = unit;
    else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else return -1;
  }
  return at;
}

/** Lets the platform write a text; gives -1 where there is no room for all of it, or where it is not of ASCII and has half a pair. */
function writeLong(bytes: Uint8Array, value: string, offset: number, encoding: TextEncoding): number {
  const { length } = value;
  const room = bytes.subarray(offset, offset + MOST_BYTES * length);
  const { read, written } = utf8Encoder.encodeInto(value, room);
  if (read < length) return -1;
  // what takes as many bytes as it has units is all of ASCII
  if (written > length && (encoding !== 'utf-8' || SURROGATE.test(value))) return -1;
  return offset + written;
}

/** Half of a pair, which would be written as another character. */
const SURROGATE = /\p{Surrogate}/u;

/** The same for what is not written at once: its size is taken first, which finds what is wrong with it. */
function writeMeasured(
  bytes: Uint8Array,
  value: unknown,
  encoding: TextEncoding,
  offset: number,
  path: string,
  at: number,
): number {
  const size = textSize(value, encoding, path, at);
  const room = bytes.length - offset;
  if (size > room) throw grownValue(offset, path, room, size);
  const text = value as string; // its size has been taken
  if (isUtf16(encoding)) writeUtf16(bytes, text, offset, encoding);
  else utf8Encoder.encodeInto(text, bytes.subarray(offset, offset + size));
  return offset + size;
}

/** The bytes of a text that {@link textSize} accepts. */
export function encodeText(value: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return utf8Encoder.encode(value);
  const isWide = isUtf16(encoding);
  const bytes = new Uint8Array(isWide ? 2 * value.length : value.length);
  if (isWide) writeUtf16(bytes, value, 0, encoding);
  else writeUnits(bytes, value, 0, 0xff, encoding);
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
