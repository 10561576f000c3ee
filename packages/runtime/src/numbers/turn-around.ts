import { nativeBytes } from '../platform.js';

/** More bytes than this are turned by the platform, where it can. */
const MANY = 256;

/**
 * Turns the bytes of all numbers around, each of `size` bytes (1, 2, 4 or 8), in place. They need not be aligned.
 *
 * @example `01 02 03 04` becomes `02 01 04 03` for size 2, and `04 03 02 01` for size 4
 */
export function turnAround(bytes: Uint8Array, size: number): void {
  if (size === 1) return;
  const swaps = bytes.length > MANY ? nativeBytes() : undefined;
  if (size === 2) swaps === undefined ? turnHalves(bytes) : swaps.swap16.call(bytes);
  else if (size === 4) swaps === undefined ? turnWords(bytes) : swaps.swap32.call(bytes);
  else if (size === 8) swaps === undefined ? turnPairs(bytes) : swaps.swap64.call(bytes);
}

function turnHalves(bytes: Uint8Array): void {
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    bytes[at] = bytes[at + 1] ?? 0;
    bytes[at + 1] = first;
  }
}

function turnWords(bytes: Uint8Array): void {
  if (bytes.byteOffset % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
    for (let i = 0; i < words.length; i++) words[i] = turned(words[i] ?? 0);
    return;
  }
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    bytes[at] = bytes[at + 3] ?? 0;
    bytes[at + 1] = bytes[at + 2] ?? 0;
    bytes[at + 2] = second;
    bytes[at + 3] = first;
  }
}

function turnPairs(bytes: Uint8Array): void {
  for (let start = 0; start + 7 < bytes.length; start += 8) {
    for (let low = start, high = start + 7; low < high; low++, high--) {
      const kept = bytes[low] ?? 0;
      bytes[low] = bytes[high] ?? 0;
      bytes[high] = kept;
    }
  }
}

function turned(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
