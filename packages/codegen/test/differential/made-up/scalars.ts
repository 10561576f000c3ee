import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { FloatType, IntegerType } from '@bytewright/schema-dsl/ir';
import { FLOAT_TYPES } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import type { PrefixPlan } from './integers.js';
import { counterOf, isWide, prefixType } from './integers.js';
import type { StructSite, Whole } from './site.js';

/** A float; those without a byte order in their names have the parameter's. */
export interface FloatPlan {
  readonly kind: 'float';
  readonly type: FloatType;
  readonly preserves: boolean;
}

/** An enumeration of the first `count` members of {@link MEMBERS}. */
export interface EnumerationPlan {
  readonly kind: 'enumeration';
  readonly type: PrefixPlan;
  readonly count: number;
  readonly isOpen: boolean;
}

/** Named bits of a number. */
export interface FlagsPlan {
  readonly kind: 'flags';
  readonly type: PrefixPlan;
  readonly bits: readonly number[];
  readonly isStrict: boolean;
}

/** A constant float: 0 is told from -0 there. */
export interface FloatConstantPlan {
  readonly kind: 'floatConstant';
  readonly type: FloatType;
  readonly preserves: boolean;
  readonly value: number;
}

export const MEMBERS = { a: 1, b: 2, it: 3, c: 0 };

export const floatPlan: fc.Arbitrary<FloatPlan> = fc.record({
  kind: fc.constant('float'),
  type: fc.constantFrom(...FLOAT_TYPES),
  preserves: fc.boolean(),
});

export const floatConstantPlan: fc.Arbitrary<FloatConstantPlan> = fc.record({
  kind: fc.constant('floatConstant'),
  type: fc.constantFrom(...FLOAT_TYPES),
  preserves: fc.boolean(),
  value: fc.constantFrom(0, 0, -1.5),
});

export const enumerationPlan: fc.Arbitrary<EnumerationPlan> = fc.record({
  kind: fc.constant('enumeration'),
  type: prefixType,
  count: fc.integer({ min: 1, max: 3 }),
  isOpen: fc.boolean(),
});

export const flagsPlan: fc.Arbitrary<FlagsPlan> = fc.record({
  kind: fc.constant('flags'),
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<IntegerType>('u8', 'u16be', 'u32le', 'u64be') },
    fc.record({ encoding: fc.constant('uleb128'), bits: fc.constantFrom(7, 14, 40, 64) }),
  ),
  bits: fc.uniqueArray(fc.constantFrom(0, 1, 6, 7, 13, 31, 39), { minLength: 1, maxLength: 4 }),
  isStrict: fc.boolean(),
});

const FLOATS = dsl as unknown as Readonly<Record<FloatType, Node<number>>>;

export function floatOf({ type, preserves }: Omit<FloatPlan, 'kind'>, whole: Whole): Node<unknown> {
  whole.usesParameter ||= !/[bl]e$/.test(type);
  return preserves ? dsl.preserveNaN(FLOATS[type]) : FLOATS[type];
}

export function buildFloatConstant(plan: FloatConstantPlan, { whole }: StructSite): Node<unknown> {
  return dsl.literal(floatOf(plan, whole) as Node<number>, plan.value);
}

export function buildEnumeration(
  { type, count, isOpen }: EnumerationPlan,
  { whole }: StructSite,
): Node<unknown> {
  const isBigint = typeof type === 'string' ? isWide(type) : type.bits > 53;
  const numbers = Object.entries(MEMBERS).slice(0, count);
  const members = Object.fromEntries(
    numbers.map(([name, n]) => [name, (isBigint ? BigInt(n) : n) as number]),
  );
  return (isOpen ? dsl.openEnumeration : dsl.enumeration)(counterOf(type, whole), members);
}

export function buildFlags(
  { type, bits, isStrict }: Omit<FlagsPlan, 'kind'>,
  { whole }: StructSite,
): Node<unknown> {
  const width = typeof type === 'string' ? Number.parseInt(type.slice(1), 10) : type.bits;
  const names = bits.filter((bit) => bit < width).map((bit) => [`flag${bit}`, bit] as const);
  const known = Object.fromEntries(names.length > 0 ? names : [['flag0', 0]]);
  return dsl.flags(counterOf(type, whole), known, { strict: isStrict });
}
