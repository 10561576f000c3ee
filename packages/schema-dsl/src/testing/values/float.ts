import type { NaNBits } from '@bytewright/runtime';
import { isEncodeError } from '@bytewright/runtime';
import { checkFloat, getFloat16 } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import type { FloatNode } from '../../ir/nodes/float.js';
import { floatTraits } from '../../ir/nodes/float.js';
import type { Generate } from './place.js';
import { weightedUnion } from './weighted-union.js';

/** Every number that the width holds exactly, including NaN and -0; if NaNs are kept, also the bits of others. */
export const float: Generate<FloatNode> = (node, { hints }) => {
  const { size } = floatTraits(node);
  const hinted = hints.flatMap(({ path, value }) => (path.length === 0 && fits(value, node) ? [value] : []));
  const numbers = numbersOf(size);
  return weightedUnion<number | NaNBits>(
    { weight: 5, arbitrary: numbers },
    { weight: 1, arbitrary: fc.constantFrom(...SPECIAL) },
    ...(node.preserve ? [{ weight: 1, arbitrary: otherNaNs(size) }] : []),
    ...(hinted.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...hinted) }] : []),
  );
};

/** Numbers that are encoded or compared specially. */
const SPECIAL = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

function fits(value: unknown, node: FloatNode): value is number {
  try {
    checkFloat(value, floatTraits(node).size, undefined, '', node.type);
    return true;
  } catch (error) {
    if (isEncodeError(error)) return false;
    throw error;
  }
}

function numbersOf(size: 2 | 4 | 8): fc.Arbitrary<number> {
  if (size === 8) return fc.double();
  if (size === 4) return fc.float();
  const view = new DataView(new ArrayBuffer(2));
  return fc.integer({ min: 0, max: 0xffff }).map((bits) => {
    view.setUint16(0, bits);
    return getFloat16(view, 0, false);
  });
}

/** The number of fraction bits; the exponent takes the rest except the sign. */
const FRACTION = { 2: 10n, 4: 23n, 8: 52n } as const;

function otherNaNs(size: 2 | 4 | 8): fc.Arbitrary<NaNBits> {
  const digits = FRACTION[size];
  const sign = 1n << BigInt(8 * size - 1);
  const infinity = sign - (1n << digits);
  const canonical = infinity | (1n << (digits - 1n));
  return fc
    .record({ isNegative: fc.boolean(), payload: fc.bigInt({ min: 1n, max: (1n << digits) - 1n }) })
    .map(({ isNegative, payload }) => (isNegative ? sign : 0n) | infinity | payload)
    .map((nan) => ({ nan: nan === canonical ? canonical + 1n : nan }));
}
