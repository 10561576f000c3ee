import type { NumberArrays } from '@bytewright/runtime/codec';
import { describe, hexByte } from '@bytewright/runtime/codec';
import { CallError } from './call-error.js';
import type { Constant } from './expression.js';
import { constantValue, hexBytes, toConstant } from './expression.js';

/** A value of a schema as data that survives JSON: types that JSON lacks are wrapped, and objects are marked. */
export type Datum =
  | Constant
  | null
  | { readonly number: string }
  | { readonly numbers: NumberArrayName; readonly items: readonly (number | string)[] }
  | { readonly items: readonly Datum[] }
  | { readonly members: readonly (readonly [name: string, value: Datum])[] };

const numberArrays = {
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  BigUint64Array,
  BigInt64Array,
  Float32Array,
  Float64Array,
};
type NumberArrayName = Exclude<keyof NumberArrays, 'Uint8Array'>;

/**
 * A value as data. `undefined` becomes `null`.
 *
 * @throws SchemaError for anything that is not a schema value: functions, `null`, class instances, cyclic objects
 */
export function toDatum(value: unknown, within: readonly object[] = []): Datum {
  if (value === undefined) return null;
  if (typeof value === 'number')
    return typeof inJson(value) === 'number' ? value : { number: printed(value) };
  if (typeof value === 'function' || typeof value === 'symbol') throw refused(describe(value));
  if (typeof value !== 'object' || value instanceof Uint8Array) return toConstant(value);
  if (value === null || within.includes(value))
    throw refused(value === null ? 'null' : 'an object that contains itself');
  const inside = [...within, value];
  if (ArrayBuffer.isView(value)) {
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    if (!Object.hasOwn(numberArrays, name)) throw refused(`a ${name}`);
    const items = Array.from(value as unknown as ArrayLike<number | bigint>); // one of the arrays named above
    return { numbers: name as NumberArrayName, items: items.map(inJson) };
  }
  if (Array.isArray(value)) return { items: value.map((item) => toDatum(item, inside)) };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refused('an instance of a class');
  return { members: Object.entries(value).map(([name, item]) => [name, toDatum(item, inside)] as const) };
}

const refused = (found: string): CallError =>
  new CallError(
    'invalid-example',
    'example()',
    `expected a value that the schema could decode: numbers, bigints, strings, booleans, undefined, arrays and plain objects, found ${found}; use the value that decode() would return`,
  );

/** The value represented by data; always a fresh one. */
export function fromDatum(datum: Datum): unknown {
  if (datum === null) return undefined;
  if (typeof datum !== 'object') return datum;
  if ('number' in datum) return Number(datum.number);
  if ('numbers' in datum) {
    const isBig = datum.numbers.startsWith('Big');
    const make = numberArrays[datum.numbers] as { from(items: readonly unknown[]): unknown };
    return make.from(datum.items.map((item) => (isBig ? BigInt(item) : Number(item))));
  }
  if ('items' in datum) return datum.items.map(fromDatum);
  if ('members' in datum)
    return Object.fromEntries(datum.members.map(([name, item]) => [name, fromDatum(item)]));
  return constantValue(datum);
}

/**
 * Data as a TypeScript expression for the value.
 *
 * @example `{ text: 'hi', data: Uint8Array.of(0xca, 0xfe), size: 7n }`
 */
export function printDatum(datum: Datum): string {
  if (datum === null) return 'undefined';
  if (typeof datum === 'number') return String(datum);
  if (typeof datum === 'string') return quoted(datum);
  if (typeof datum === 'boolean') return String(datum);
  if ('number' in datum) return datum.number;
  if ('numbers' in datum) {
    const suffix = datum.numbers.startsWith('Big') ? 'n' : '';
    return `${datum.numbers}.of(${datum.items.map((item) => `${item}${suffix}`).join(', ')})`;
  }
  if ('items' in datum) return `[${datum.items.map(printDatum).join(', ')}]`;
  if ('members' in datum) {
    if (datum.members.length === 0) return '{}';
    return `{ ${datum.members.map(([name, item]) => `${name}: ${printDatum(item)}`).join(', ')} }`;
  }
  if ('bigint' in datum) return `${datum.bigint}n`;
  return `Uint8Array.of(${hexBytes(datum.hex).map(hexByte).join(', ')})`;
}

/** A number as stored in JSON: itself, or its digits if JSON cannot represent it. */
function inJson(value: number | bigint): number | string {
  return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : printed(value);
}

const printed = (value: number | bigint): string => (Object.is(value, -0) ? '-0' : String(value));

function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1);
  if (text.includes("'") && !text.includes('"')) return `"${inside}"`;
  return `'${inside.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}
