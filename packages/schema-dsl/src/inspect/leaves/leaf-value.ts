import { floatToJson } from '../json/float-json.js';
import { hexOf } from '../json/hex-of.js';
import type { LeafValue } from './leaf.js';

/**
 * A decoded value as in JSON documents: bigints as decimal strings, bytes as one hexadecimal string, `undefined` as null.
 *
 * @example `leafValue(7n)` is `'7'`, `leafValue(Uint8Array.of(1, 255))` is `'01ff'`
 */
export function leafValue(value: unknown): LeafValue {
  switch (typeof value) {
    case 'bigint':
      return String(value);
    case 'number':
      return floatToJson(value);
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : objectValue(value);
    default:
      return null;
  }
}

function objectValue(value: object): LeafValue {
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(numbersOf(value), scalarValue);
  if ('nan' in value && typeof value.nan === 'bigint') return floatToJson({ nan: value.nan });
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, leafValue(inner)]));
}

function* numbersOf(list: object): Generator<unknown> {
  const length = Number(Reflect.get(list, 'length'));
  for (let i = 0; i < length; i++) yield Reflect.get(list, i);
}

function scalarValue(value: unknown): number | string {
  return typeof value === 'number' ? floatToJson(value) : String(value);
}
