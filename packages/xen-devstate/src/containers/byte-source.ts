/** Bytes that can be read at any offset without loading all of them into memory. */
export interface ByteSource {
  /** The number of bytes. */
  readonly size: number;
  /**
   * Reads `length` bytes at an offset. The range must lie within the size.
   *
   * @returns bytes that the caller must not modify, possibly a view
   */
  read(offset: number, length: number): Uint8Array;
}

/**
 * A source of bytes in memory.
 *
 * @example `bytesSource(Uint8Array.of(1, 2, 3)).read(1, 2)` is `02 03`
 */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
