import type { Constant, Datum, ExternalIR, Metadata, ScalarType } from '@bytewright/schema-dsl/ir';
import { leftOut, record } from './record.js';
import type { Shape } from './shape.js';
import { asObject, described, listOf, matching, oneOf, text } from './shape.js';

/** Bytes as pairs of hexadecimal digits. */
export const hex: Shape<string> = matching(/^(?:[0-9a-f]{2})*$/, 'pairs of hexadecimal digits');

const digits: Shape<string> = matching(/^-?\d{1,1000}$/, 'the digits of a whole number');

/** A number that JSON has not. */
const odd: Shape<string> = oneOf(['NaN', 'Infinity', '-Infinity', '-0']);

const wrapped = {
  bigint: record<{ readonly bigint: string }>({ bigint: digits }),
  hex: record<{ readonly hex: string }>({ hex }),
  number: record<{ readonly number: string }>({ number: odd }),
};

/** A constant. The numbers that JSON has not are wrapped in a snapshot, and are themselves in a representation. */
export const constant: Shape<Constant> = (value, place) => {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  const object = asObject(value, place);
  if (Object.hasOwn(object, 'number')) return Number(wrapped.number(value, place).number);
  return Object.hasOwn(object, 'bigint') ? wrapped.bigint(value, place) : wrapped.hex(value, place);
};

/** The arrays that data names. */
const numberArrays = [
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'BigUint64Array',
  'BigInt64Array',
  'Float32Array',
  'Float64Array',
] as const;

type Numbers = Extract<Datum, { numbers: unknown }>;
type Items = Exclude<Extract<Datum, { items: unknown }>, Numbers>;
type MembersOfDatum = Extract<Datum, { members: unknown }>;

const numbers = record<Numbers>({
  numbers: oneOf(numberArrays),
  items: listOf((value, place) =>
    typeof value === 'number' ? value : matching(/^(?:-?\d{1,30}|NaN|-?Infinity)$/, 'a number')(value, place),
  ),
});
const items = record<Items>({ items: listOf((value, place) => datum(value, place)) });
const members = record<MembersOfDatum>({
  members: listOf((value, place) => {
    if (!Array.isArray(value) || value.length !== 2)
      throw place.fault(`expected a name and its value, found ${described(value)}`);
    return [text(value[0], place.item(0)), datum(value[1], place.item(1))] as const;
  }),
});

/** A value as data: it is in a snapshot just what it is in a representation. */
export const datum: Shape<Datum> = (value, place) => {
  if (value === null) return value;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  const object = asObject(value, place);
  if (Object.hasOwn(object, 'numbers')) return numbers(value, place);
  if (Object.hasOwn(object, 'items')) return items(value, place);
  if (Object.hasOwn(object, 'members')) return members(value, place);
  return Object.hasOwn(object, 'number') ? wrapped.number(value, place) : constant(value, place);
};

/** What readers are told beside a description. */
export const metadata: Shape<Metadata> = record<Metadata>({
  unit: leftOut(text),
  deprecated: leftOut(text),
  examples: leftOut(listOf(datum)),
  wireName: leftOut(text),
  wireType: leftOut(text),
  source: leftOut(text),
});

/** What a module exports under a name. */
export const externalName: Shape<ExternalIR> = record<ExternalIR>({ module: text, export: text });

/** The type of an expression. */
export const scalarType: Shape<ScalarType> = oneOf(['number', 'bigint', 'boolean', 'string']);
