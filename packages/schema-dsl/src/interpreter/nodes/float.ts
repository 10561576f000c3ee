import type { NaNBits } from '@bytewright/runtime';
import { checkFloat, checkFloatOrNaN } from '@bytewright/runtime/codec';
import type { FloatNode } from '../../ir/nodes/float.js';
import { floatTraits } from '../../ir/nodes/float.js';
import { isLittleEndian } from '../byte-order.js';
import { readBits, writeBits } from './bits-of-number.js';
import { numberLabel } from './integer.js';
import type { NodeHandler } from './node-handler.js';

/** The number of exponent and fraction bits (IEEE 754, table 3.5), by size in bytes. */
const FORMATS = {
  2: { exponent: 5, fraction: 10 },
  4: { exponent: 8, fraction: 23 },
  8: { exponent: 11, fraction: 52 },
} as const;

type Size = keyof typeof FORMATS;

export const float: NodeHandler<FloatNode> = {
  decode(node, context, scope) {
    const { offset } = context;
    const { size } = floatTraits(node);
    const missing = context.need(size, numberLabel(node.type, size));
    if (missing !== undefined) return missing;
    const bits = readBits(context.view, offset, size, isLittleEndian(floatTraits(node), scope));
    const value = numberOf(bits, size);
    if (Number.isNaN(value) && bits !== canonicalNaN(size)) {
      if (!node.preserve) {
        return context.fail(
          'invalid-value',
          offset,
          () => `${node.type}, of NaN the canonical one`,
          () => `NaN 0x${bits.toString(16)}`,
        );
      }
      context.offset += size;
      return { nan: bits } satisfies NaNBits;
    }
    context.offset += size;
    return value;
  },
  size: (node) => floatTraits(node).size,
  encode(node, value, context, scope) {
    const { size } = floatTraits(node);
    const check = node.preserve ? checkFloatOrNaN : checkFloat;
    const checked = check(value, size, context.offset, context.here, node.type);
    const bits = typeof checked === 'object' ? checked.nan : bitsOf(checked, size);
    writeBits(context.view, context.take(size), size, bits, isLittleEndian(floatTraits(node), scope));
  },
};

/** The number that bits represent, from sign, exponent and fraction, by the formula in IEEE 754, 3.4. */
function numberOf(bits: bigint, size: Size): number {
  const { exponent: width, fraction: digits } = FORMATS[size];
  const sign = bits >> BigInt(width + digits) === 1n ? -1 : 1;
  const biased = Number((bits >> BigInt(digits)) & ((1n << BigInt(width)) - 1n));
  const fraction = Number(bits & ((1n << BigInt(digits)) - 1n));
  const bias = 2 ** (width - 1) - 1;
  if (biased === 2 ** width - 1) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  const significand = biased === 0 ? fraction : fraction + 2 ** digits;
  return sign * scaled(significand, Math.max(biased, 1) - bias - digits);
}

/** The bits of a number that they represent exactly. */
function bitsOf(value: number, size: Size): bigint {
  const { exponent: width, fraction: digits } = FORMATS[size];
  if (Number.isNaN(value)) return canonicalNaN(size);
  const sign = value < 0 || Object.is(value, -0) ? 1n << BigInt(width + digits) : 0n;
  const magnitude = Math.abs(value);
  const bias = 2 ** (width - 1) - 1;
  if (magnitude === Number.POSITIVE_INFINITY) return sign | (((1n << BigInt(width)) - 1n) << BigInt(digits));
  // the exponent at which the significand is an integer of the right width, or the smallest exponent
  let exponent = 1 - bias - digits;
  while (scaled(magnitude, -exponent) >= 2 ** (digits + 1)) exponent++;
  const significand = BigInt(scaled(magnitude, -exponent));
  const isNormal = significand >> BigInt(digits) !== 0n;
  const biased = isNormal ? BigInt(exponent + bias + digits) : 0n;
  return sign | (biased << BigInt(digits)) | (significand & ((1n << BigInt(digits)) - 1n));
}

/** `value` × 2^`exponent`, in steps whose factors are representable. */
function scaled(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  return result * 2 ** left;
}

/** Quiet, without sign and payload: the only NaN that a number represents. */
function canonicalNaN(size: Size): bigint {
  const { exponent, fraction } = FORMATS[size];
  return ((1n << BigInt(exponent + 1)) - 1n) << BigInt(fraction - 1);
}
