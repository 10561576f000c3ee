/** Up to so many bytes a loop is faster than a call into the platform. */
const FEW = 48;

/**
 * A copy of the bytes between two offsets, as many as there are: a plain `Uint8Array`, also of a `Buffer`, whose own `slice` is no
 * copy, and of any other class.
 */
export function copyBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  const size = Math.min(to, bytes.length) - from;
  if (size <= FEW) {
    const copy = new Uint8Array(Math.max(0, size));
    for (let i = 0; i < size; i++) copy[i] = bytes[from + i] ?? 0;
    return copy;
  }
  const isPlain = Object.getPrototypeOf(bytes) === Uint8Array.prototype;
  return isPlain
    ? bytes.slice(from, to)
    : new Uint8Array(bytes.buffer, bytes.byteOffset + from, size).slice();
}
