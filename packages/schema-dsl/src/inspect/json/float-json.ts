import type { NaNBits } from '@bytewright/runtime';
import type { JsonValue } from './json-value.js';

/** Numbers that JSON cannot represent, by the strings used instead. */
const NAMED = new Map<string, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/**
 * A float as JSON: a number if JSON has one, otherwise a string.
 *
 * @example 1.5 is `1.5`, -0 is `"-0"`, the NaN of bits 7fc00001 is `"NaN 0x7fc00001"`
 */
export function floatToJson(value: number | NaNBits): number | string {
  if (typeof value === 'object') return `NaN 0x${value.nan.toString(16)}`;
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : Object.is(value, -0)
      ? '-0'
      : String(value);
}

/** The float that JSON of this form represents; `undefined` for anything else. */
export function floatFromJson(json: JsonValue): number | NaNBits | undefined {
  if (typeof json === 'number') return json;
  if (typeof json !== 'string') return undefined;
  const bits = /^NaN (0x[0-9a-f]{1,16})$/.exec(json)?.[1];
  return bits === undefined ? NAMED.get(json) : { nan: BigInt(bits) };
}
