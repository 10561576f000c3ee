import { utf8Decoder } from './platform.js';

/** Up to so many characters a loop is faster than a call into the platform. */
const SHORT = 12;
/** More arguments than this may not fit on the stack. */
const CHUNK = 8192;

/**
 * Text of one character a byte, which any bytes are, from `from` to `to`, which exist.
 *
 * @example the bytes `68 e9` are "hé"
 */
export function latin1Text(bytes: Uint8Array, from: number, to: number): string {
  if (firstAbove(bytes, from, to) >= 0) return eightBitText(bytes, from, to);
  if (to - from <= SHORT) return shortText(bytes, from, to);
  const part = bytes.subarray(from, to);
  try {
    return utf8Decoder.decode(part); // what is ASCII reads the same, and faster
  } catch {
    return utf8Decoder.decode(new Uint8Array(part)); // browsers do not decode from shared memory, but do from a copy
  }
}

/** The first byte that is not ASCII, or -1. */
export function firstAbove(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

/** Text that is short and ASCII. */
export function shortText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
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
