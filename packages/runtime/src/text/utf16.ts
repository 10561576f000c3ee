import { describe } from '../errors/describe.js';

/** More arguments than this may not fit on the stack. */
const CHUNK = 8192;

/** An encoding with units of two bytes. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** Whether an encoding has units of two bytes. */
export function isUtf16(encoding: string): encoding is Utf16 {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/**
 * Offset of the first unit that is half a surrogate pair, or of a last byte that is half a unit; -1 where there is
 * neither (Unicode, D91).
 */
export function invalidUtf16At(bytes: Uint8Array, from: number, to: number, encoding: Utf16): number {
  for (let at = from; at + 1 < to; at += 2) {
    const unit = unitAt(bytes, at, encoding);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = at + 3 < to ? unitAt(bytes, at + 2, encoding) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at;
    at += 2;
  }
  return (to - from) % 2 === 0 ? -1 : to - 1;
}

/** What is wrong at an offset that {@link invalidUtf16At} gives. */
export function describeInvalidUtf16(bytes: Uint8Array, at: number, to: number, encoding: Utf16): string {
  if (at + 1 >= to) return `half a unit, byte ${describe(bytes[at])}`;
  return `a lone surrogate, U+${unitAt(bytes, at, encoding).toString(16).toUpperCase()}`;
}

/**
 * Text of well-formed UTF-16, from its units: a `TextDecoder` for UTF-16 is not on every platform.
 *
 * @example `01 d8 37 dc` is U+10437 in utf-16le
 */
export function utf16Text(bytes: Uint8Array, from: number, to: number, encoding: Utf16): string {
  let text = '';
  for (let start = from; start < to; start += 2 * CHUNK) {
    const count = Math.min(CHUNK, (to - start) / 2);
    const units = new Uint16Array(count);
    for (let i = 0; i < count; i++) units[i] = unitAt(bytes, start + 2 * i, encoding);
    // A typed array is as good as the array of numbers that the type asks for.
    text += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return text;
}

/** Writes a text's units from an offset on; there is room for them. */
export function writeUtf16(bytes: Uint8Array, text: string, offset: number, encoding: Utf16): void {
  const [low, high] = encoding === 'utf-16le' ? [offset, offset + 1] : [offset + 1, offset];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[low + 2 * i] = unit & 0xff;
    bytes[high + 2 * i] = unit >> 8;
  }
}

function unitAt(bytes: Uint8Array, at: number, encoding: Utf16): number {
  const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
}
