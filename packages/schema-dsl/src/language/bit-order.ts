import type { BitsType } from '../ir/nodes/bits.js';
import type { BitOrderName } from './definition.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** Widths from 49 to 128. */
type WideWidth = '49' | `${5 | 6 | 7 | 8 | 9}${Digit}` | `1${0 | 1 | 2}${Digit}`;

/** The value type of a bit field: `number` up to 48 bits, `bigint` from 49. */
export type BitsValue<W extends number> = number extends W
  ? number | bigint
  : `${W}` extends WideWidth
    ? bigint
    : number;

/** The order in which bit fields fill their bytes, and the bit fields of that order. */
export interface BitOrder {
  readonly order: BitOrderName;
  /** One bit, as a boolean. */
  readonly bit: Node<boolean>;
  /** An unsigned number of `width` bits, 1 to 128. */
  ubits<const W extends number>(width: W): Node<BitsValue<W>>;
  /** A signed number of `width` bits, two's complement. */
  ibits<const W extends number>(width: W): Node<BitsValue<W>>;
}

const field = <N extends Node<unknown>>(type: BitsType, width: number, order: BitOrderName | undefined): N =>
  makeNode({ kind: 'bits', type, width, order });

const bitOrder = (order: BitOrderName): BitOrder =>
  Object.freeze({
    order,
    bit: field<Node<boolean>>('boolean', 1, order),
    ubits: <W extends number>(width: W) => field<Node<BitsValue<W>>>('unsigned', width, order),
    ibits: <W extends number>(width: W) => field<Node<BitsValue<W>>>('signed', width, order),
  });

/**
 * The first field takes the most significant bits of the first byte, as in RFC diagrams. This is the order of plain
 * `bit`, `ubits` and `ibits`.
 *
 * @example `{ a: msb0.ubits(4), b: msb0.ubits(12) }` reads `a` = 1 and `b` = 0x234 from `12 34`
 */
export const msb0: BitOrder = bitOrder('msb0');

/**
 * The first field takes the least significant bits of the first byte, as C compilers lay out bit fields on
 * little-endian machines and as deflate packs bits.
 *
 * @example `{ a: lsb0.ubits(4), b: lsb0.ubits(12) }` reads `a` = 2 and `b` = 0x341 from `12 34`
 */
export const lsb0: BitOrder = bitOrder('lsb0');

/**
 * One bit as a boolean; a field of a struct, next to other bit fields.
 *
 * @example `{ more: bit, size: ubits(7) }` reads `more` = true and `size` = 5 from `85`
 */
export const bit: Node<boolean> = field('boolean', 1, undefined);

/**
 * An unsigned number of `width` bits; a field of a struct, next to other bit fields. A run of adjacent bit fields must
 * fill a whole number of bytes. The value is a `number` up to 48 bits, a `bigint` from 49 to 128.
 *
 * @example `{ version: literal(ubits(4), 4), ihl: ubits(4) }` reads `ihl` = 5 from `45`, as the IPv4 header of RFC 791
 */
export function ubits<const W extends number>(width: W): Node<BitsValue<W>> {
  return field('unsigned', width, undefined);
}

/**
 * A signed number of `width` bits, two's complement; otherwise as {@link ubits}.
 * A signed number of `width` bits, two's complement; otherwise like {@link ubits}.
 * @example `{ x: ibits(4), y: ibits(4) }` reads `x` = -1 and `y` = 7 from `f7`
 */
export function ibits<const W extends number>(width: W): Node<BitsValue<W>> {
  return field('signed', width, undefined);
}
