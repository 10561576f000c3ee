import type { ByteOrder } from '../ir/nodes/byte-order.js';
import { ENDIANNESS } from '../ir/nodes/byte-order.js';
import type { Parameter } from './parameter.js';
import { makeParameter } from './parameter.js';

/**
 * The byte order of all numbers below that do not specify one: `u16`, `i64`, `f32` and the like. Bound like any
 * parameter, to `'little'`, `'big'`, or an expression over earlier fields.
 *
 * @example
 * struct('Tiff', { order: enumeration(u16be, { little: 0x4949, big: 0x4d4d }), body: Body })
 *   .where(($) => [$.body.with(endianness.of($.order))])
 * // 49 49 2a 00: the rest is little-endian
 */
export const endianness: Parameter<ByteOrder> = makeParameter(ENDIANNESS);
