import { nativeBytes } from '../platform.js';
import { utf8Decoder } from './utf8.js';

/** Up to so many characters a loop is faster than a call into the platform. */
const SHORT = 16;
/** More arguments than this may not fit on the stack. */
const CHUNK = 8192;

/**
 * Text of one character a byte, which any bytes are, from `from` to `to`, which exist.
 *
 * @example the bytes `68 e9` are "hé"
 */
export function latin1Text(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) return shortText(bytes, from, to);
  return nativeText(bytes, from, to) ?? asciiText(bytes, from, to) ?? eightBitText(bytes, from, to);
}

/** Text of bytes that are all ASCII; `undefined` where one is not. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string | undefined {
  let all = 0;
  for (let at = from; at < to; at++) all |= bytes[at] ?? 0;
  if (all >= 0x80) return undefined;
  if (to - from <= SHORT) return shortText(bytes, from, to);
  const text = nativeText(bytes, from, to);
  if (text !== undefined) return text;
  const part = bytes.subarray(from, to);
  try {
    return utf8Decoder.decode(part); // what is ASCII reads the same
  } catch {
    return utf8Decoder.decode(new Uint8Array(part)); // browsers do not decode from shared memory, but do from a copy
  }
}

/** Text of one character a byte, by the platform; `undefined` where that cannot, as with an object that stands for an array. */
function nativeText(bytes: Uint8Array, from: number, to: number): string | undefined {
  return ArrayBuffer.isView(bytes) ? nativeBytes()?.latin1Slice?.call(bytes, from, to) : undefined;
}

/** The first byte that is not ASCII, or -1. */
export function firstAbove(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

/** Text that is short, of one character a byte: eight at a time, as each call makes a text. */
function shortText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let at = from;
  for (; at + 8 <= to; at += 8) {
    text += String.fromCharCode(
      bytes[at] ?? 0,
      bytes[at + 1] ?? 0,
      bytes[at + 2] ?? 0,
      bytes[at + 3] ?? 0,
      bytes[at + 4] ?? 0,
      bytes[at + 5] ?? 0,
      bytes[at + 6] ?? 0,
      bytes[at + 7] ?? 0,
    );
  }
  if (at + 4 <= to) {
    text += String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    at += 4;
  }
  for (; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** `TextDecoder('latin1')` is windows-1252 on some platforms, so characters are made from their codes. */
function eightBitText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += CHUNK) {
    // A typed array is as good as the array of numbers that the type asks for, and four times faster than spreading.
    const codes = bytes.subarray(at, Math.min(to, at + CHUNK)) as unknown as number[];
    text += String.fromCharCode.apply(null, codes);
  }
  return text;
}
