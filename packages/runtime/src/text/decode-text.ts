import { describe } from '../errors/describe.js';
import { decodeFailure } from '../errors/failures.js';
import { invalidUtf8At } from './invalid-utf8-at.js';
import { utf8Decoder } from './platform.js';
import type { TextEncoding } from './text-encoding.js';

/** More arguments than this may not fit on the stack. */
const CHUNK = 8192;

/**
 * Text from bytes `from` to `to`, which exist.
 *
 * @throws DecodeError `invalid-text` at the first byte that is no text in this encoding.
 * @example the bytes `68 69` are "hi" in every encoding; `e9` is "é" in latin1 and refused in the others
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
  if (encoding === 'utf-8') {
    try {
      return utf8Decoder.decode(bytes.subarray(from, to));
    } catch {
      return undefined;
    }
  }
  if (encoding === 'ascii' && firstAbove(bytes, from, to) >= 0) return undefined;
  return eightBitText(bytes, from, to);
}

function firstAbove(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

/** `TextDecoder('latin1')` is windows-1252 on some platforms, so characters are made from their codes. */
function eightBitText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + CHUNK)));
  }
  return text;
}
