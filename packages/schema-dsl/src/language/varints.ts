import type { VarintEncoding } from '../ir/nodes/varint.js';
import { makeNode } from './node.js';
import type { Preservable } from './preserve.js';

/** An integer with the number of bytes it is encoded in, if that is not the minimum. */
export interface Padded<T> {
  value: T;
  /** Bytes on the wire: more than the value needs, and no more than its width allows. */
  byteLength: number;
}

// biome-ignore format: a table
type NumberBits =
  | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26
  | 27 | 28 | 29 | 30 | 31 | 32 | 33 | 34 | 35 | 36 | 37 | 38 | 39 | 40 | 41 | 42 | 43 | 44 | 45 | 46 | 47 | 48 | 49 | 50
  | 51 | 52 | 53;

/** The value type of a variable-length integer: `number` up to 53 bits, `bigint` beyond. */
export type VarintValue<B extends number> = B extends NumberBits
  ? number
  : number extends B
    ? number | bigint
    : bigint;

/** A variable-length integer. */
export interface Varint<T> extends Preservable<T, T | Padded<T>> {}

const varint =
  (encoding: VarintEncoding) =>
  <const B extends number>(bits: B): Varint<VarintValue<B>> =>
    makeNode({ kind: 'varint', encoding, bits });

/**
 * Unsigned LEB128 of 1 to 128 bits: seven bits per byte, least significant group first; the top bit of a byte is set if
 * another byte follows (DWARF 5, section 7.6; WebAssembly's `uN`; Protocol Buffers' varint). A `number` up to 53 bits, a
 * `bigint` beyond.
 *
 * Only the shortest encoding is accepted, as others would not round-trip; `preserve()` keeps them. An encoding whose value
 * exceeds the width, or that takes more bytes than the width needs, is always rejected.
 *
 * @example `uleb128(32)` reads 624485 from `e5 8e 26`, and refuses `80 00` as `invalid-value`
 */
export const uleb128: <const B extends number>(bits: B) => Varint<VarintValue<B>> = varint('uleb128');

/**
 * Signed LEB128 of 1 to 128 bits: two's complement, seven bits per byte, least significant group first; bit 6 of the last
 * byte is the sign (DWARF 5, section 7.6; WebAssembly's `sN`). Otherwise like {@link uleb128}.
 *
 * @example `sleb128(32)` reads -123456 from `c0 bb 78`
 */
export const sleb128: <const B extends number>(bits: B) => Varint<VarintValue<B>> = varint('sleb128');

/**
 * Zigzag of 1 to 128 bits: 0, -1, 1, -2 … as the unsigned LEB128 of 0, 1, 2, 3 … (Protocol Buffers' `sint32` and
 * `sint64`). Otherwise like {@link uleb128}.
 *
 * @example `zigzag(32)` reads -2 from `03`
 */
export const zigzag: <const B extends number>(bits: B) => Varint<VarintValue<B>> = varint('zigzag');
