import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { IntegerType, VarintEncoding } from '@bytewright/schema-dsl/ir';
import { INTEGER_TYPES, integerTraits } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import type { NodePlan } from './plan.js';
import type { StructSite, Whole } from './site.js';

/** An integer, or one whose wide values are narrowed to numbers. */
export interface IntegerPlan<Kind extends 'integer' | 'narrowed'> {
  readonly kind: Kind;
  readonly type: IntegerType;
}

/** An integer of variable length. */
export interface VarintPlan {
  readonly kind: 'varint';
  readonly varint: VarintType;
  readonly isPreserved: boolean;
}

/** What a varint is like. */
export interface VarintType {
  readonly encoding: VarintEncoding;
  readonly bits: number;
}

/** A type that a length or count can have. */
export type PrefixPlan = IntegerType | VarintType;

/** A wide integer whose values are numbers as far as these hold them. */
export interface NarrowedType {
  readonly narrowed: IntegerType;
}

/** What a length or count is written as. */
export type CounterPlan = PrefixPlan | NarrowedType;

/** Mostly small ones: lengths of what is large hardly ever come out right. */
export const integerType = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<IntegerType>('u8', 'i8', 'u16be', 'u16le', 'i32be', 'u32le', 'i64le', 'u64be'),
  },
  { weight: 1, arbitrary: fc.constantFrom(...INTEGER_TYPES) },
);

/** Types whose values are bigints. */
const WIDE_TYPES = INTEGER_TYPES.filter((type) => integerTraits({ kind: 'integer', type }).bigint);

/** Whether the values of an integer type are bigints. */
export const isWide = (type: IntegerType): boolean => WIDE_TYPES.includes(type);

export const lengthType = fc.constantFrom<IntegerType>(
  'u8',
  'u8',
  'u16be',
  'u24le',
  'u32le',
  'u64be',
  'i8',
  'i64le',
  'u16',
  'u128le',
);
const varintType = fc.record({
  encoding: fc.constantFrom('uleb128', 'sleb128', 'zigzag'),
  bits: fc.constantFrom(7, 8, 14, 16, 32, 53, 64),
}) satisfies fc.Arbitrary<VarintType>;

export const prefixType: fc.Arbitrary<PrefixPlan> = fc.oneof(
  { weight: 2, arbitrary: lengthType },
  varintType,
);

export const counterType: fc.Arbitrary<CounterPlan> = fc.oneof(
  { weight: 5, arbitrary: prefixType },
  { weight: 1, arbitrary: fc.record({ narrowed: fc.constantFrom(...WIDE_TYPES) }) },
);

export const integerPlan: fc.Arbitrary<IntegerPlan<'integer'>> = fc.record({
  kind: fc.constant('integer'),
  type: integerType,
});

export const narrowedPlan: fc.Arbitrary<IntegerPlan<'narrowed'>> = fc.record({
  kind: fc.constant('narrowed'),
  type: fc.constantFrom(...WIDE_TYPES),
});

export const varintPlan: fc.Arbitrary<VarintPlan> = fc.record({
  kind: fc.constant('varint'),
  varint: varintType,
  isPreserved: fc.boolean(),
});

/** The integers of the language by their types. */
export const INTEGERS = dsl as unknown as Readonly<Record<IntegerType, Node<number>>>;

/** An integer, whose byte order may be a parameter. */
export function integerOf(type: IntegerType, whole: Whole): Node<number> {
  whole.usesParameter ||= type !== 'u8' && type !== 'i8' && !/[bl]e$/.test(type);
  return INTEGERS[type];
}

/** A varint; `preserve` where padding is possible at all. */
export function varintOf({ encoding, bits }: VarintType, isPreserved: boolean): Node<unknown> {
  const node = { uleb128: dsl.uleb128, sleb128: dsl.sleb128, zigzag: dsl.zigzag }[encoding](bits);
  return isPreserved && bits > 7 ? dsl.preserve(node) : node;
}

/** A number that may be a length or a count. */
export function counterOf(type: CounterPlan, whole: Whole): Node<number> {
  if (typeof type !== 'string' && 'narrowed' in type)
    return dsl.asNumber(integerOf(type.narrowed, whole) as never);
  return typeof type === 'string' ? integerOf(type, whole) : (varintOf(type, false) as Node<number>);
}

/** Whether relations see a number of a node: the value of one that keeps more than that, too. */
export function isNumber(node: NodePlan): boolean {
  switch (node.kind) {
    case 'integer':
      return !isWide(node.type);
    case 'varint':
      return node.varint.bits < 54;
    case 'float':
    case 'narrowed':
      return true;
    default:
      return false;
  }
}

/** Adds an integer field, which relations may be about where its values are numbers. */
export function addNumber(site: StructSite, type: IntegerType): string {
  const field = site.add(integerOf(type, site.whole));
  if (!isWide(type)) site.numbers.push(field);
  return field;
}
