/**
 * A copy of the bytes between two offsets: a plain `Uint8Array`, also of a `Buffer`, whose own `slice` is no copy, and of
 * any other class.
 */
export function copyBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  const isPlain = Object.getPrototypeOf(bytes) === Uint8Array.prototype;
  return isPlain
    ? bytes.slice(from, to)
    : new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from).slice();
}
