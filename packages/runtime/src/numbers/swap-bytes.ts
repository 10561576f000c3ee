/** Whether this machine keeps the least significant byte first. */
export const hostIsLittleEndian: boolean =
  /*@__PURE__*/ new Uint8Array(/*@__PURE__*/ new Uint16Array([1]).buffer)[0] === 1;

/**
 * Turns numbers of `size` bytes (1, 2, 4 or 8) between a byte order and the machine's, in place, from `from` to
 * `to`. Byte by byte: in an output the numbers need not be aligned, so that no wider typed array can lie over them.
 *
 * @example `01 02 03 04` becomes `02 01 04 03` for size 2, on a little-endian machine from big-endian
 */
export function swapBytes(
  bytes: Uint8Array,
  from: number,
  to: number,
  size: number,
  littleEndian: boolean,
): void {
  if (littleEndian === hostIsLittleEndian) return;
  if (size === 2) swap16(bytes, from, to);
  else if (size === 4) swap32(bytes, from, to);
  else if (size === 8) swap64(bytes, from, to);
}

function swap16(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at += 2) {
    const first = bytes[at] ?? 0;
    bytes[at] = bytes[at + 1] ?? 0;
    bytes[at + 1] = first;
  }
}

function swap32(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at += 4) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    bytes[at] = bytes[at + 3] ?? 0;
    bytes[at + 1] = bytes[at + 2] ?? 0;
    bytes[at + 2] = second;
    bytes[at + 3] = first;
  }
}

function swap64(bytes: Uint8Array, from: number, to: number): void {
  for (let start = from; start < to; start += 8) {
    for (let low = start, high = start + 7; low < high; low++, high--) {
      const kept = bytes[low] ?? 0;
      bytes[low] = bytes[high] ?? 0;
      bytes[high] = kept;
    }
  }
}
