/** What a codec has read: a value, and how many bytes of those it was given it took. */
export interface CustomReading<T> {
  readonly value: T;
  readonly byteLength: number;
}

/**
 * A codec written by hand, for what a schema cannot say. Both functions give a text instead where they refuse; it
 * becomes what an error has `found`. What `read` accepts, `write` must give back byte for byte: this is seen to each
 * time, and a value whose bytes would differ is refused.
 *
 * @example a byte that counts in dozens: `0b` is 132
 * ```ts
 * const dozens: CustomCodec<number> = {
 *   read: ([byte]) => (byte === undefined ? 'no bytes' : { value: byte * 12, byteLength: 1 }),
 *   write: (value) => (value % 12 === 0 ? Uint8Array.of(value / 12) : `${value}, no dozens`),
 * };
 * ```
 */
export interface CustomCodec<T> {
  /**
   * Reads from the start of `bytes`, which go on to the end of the region. They are the input itself: never to be
   * changed, and copied where a part of them is kept.
   */
  read(bytes: Uint8Array): CustomReading<T> | string;
  write(value: T): Uint8Array | string;
  /** Values that tests begin with. */
  readonly examples?: readonly T[];
}

/** The type of a codec's values. */
export type CustomValue<C> = C extends CustomCodec<infer T> ? T : never;

/** The type of value that a codec says it has, so that expressions may speak of it. */
export type CustomType = 'number' | 'bigint' | 'string' | 'boolean';
