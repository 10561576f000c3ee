/** Bytes that can be read anywhere, without all of them being in memory. */
export interface ByteSource {
  /** How many bytes there are. */
  readonly size: number;
  /**
   * So many bytes from an offset on. Both lie within the size.
   *
   * @returns bytes that the caller does not change, and that may be a view
   */
  read(offset: number, length: number): Uint8Array;
}

/**
 * A source of bytes that are in memory.
 *
 * @example `bytesSource(Uint8Array.of(1, 2, 3)).read(1, 2)` is `02 03`
 */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
