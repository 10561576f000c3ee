import type { Field } from '../fields/field.js';
import { fieldsIn, lengthOf } from '../fields/fields-in.js';
import { hexOf } from '../json/hex-of.js';
import { byteRanges } from './byte-ranges.js';
import type { LeafValue } from './leaf.js';
import { leafValue } from './leaf-value.js';

/** A field that differs, or some elements of a list of numbers or bytes. */
export interface FieldDifference {
  /** The path from the section on; for elements `cmosData[9]`, or `cmosData[9..12]` for several. */
  readonly path: string;
  readonly wirePath: string;
  /** As in JSON documents; null if absent. */
  readonly a: LeafValue;
  readonly b: LeafValue;
}

/** The differences between two lists of corresponding fields, recursively, field by field. */
export function diffFields(a: readonly Field[], b: readonly Field[]): readonly FieldDifference[] {
  const others = new Map(b.map((field) => [keyOf(field), field]));
  const differences: FieldDifference[] = [];
  for (const field of a) {
    const other = others.get(keyOf(field));
    others.delete(keyOf(field));
    if (other === undefined) differences.push({ ...placeOf(field), a: wholeValue(field), b: null });
    else differences.push(...diffField(field, other));
  }
  for (const field of others.values()) differences.push({ ...placeOf(field), a: null, b: wholeValue(field) });
  return differences;
}

/** Fields are matched by QEMU's names, which catalogs share; the names in values may differ between catalogs. */
function keyOf({ wirePath, segments }: Field): string {
  return wirePath === '' ? String(segments.at(-1)) : `${wirePath} ${typeof segments.at(-1)}`;
}

function diffField(a: Field, b: Field): readonly FieldDifference[] {
  const [left, right] = [fieldsIn(a), fieldsIn(b)];
  if (left.length > 0 || right.length > 0) return diffFields(left, right);
  if (isNumbers(a.value) && isNumbers(b.value) && lengthOf(a.value) === lengthOf(b.value))
    return diffNumbers(a, b);
  const [one, other] = [wholeValue(a), wholeValue(b)];
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  return [{ ...placeOf(a), a: one, b: other }];
}

function diffNumbers(a: Field, b: Field): readonly FieldDifference[] {
  if (a.value instanceof Uint8Array && b.value instanceof Uint8Array) {
    const [left, right] = [a.value, b.value];
    return byteRanges(left, right).map(({ offset, length }) => ({
      ...rangeOf(a, offset, length),
      a: length === 1 ? (left[offset] ?? null) : hexOf(left.subarray(offset, offset + length)),
      b: length === 1 ? (right[offset] ?? null) : hexOf(right.subarray(offset, offset + length)),
    }));
  }
  const differences: FieldDifference[] = [];
  for (let i = 0; i < lengthOf(a.value); i++) {
    const [one, other]: unknown[] = [Reflect.get(Object(a.value), i), Reflect.get(Object(b.value), i)];
    if (!Object.is(one, other))
      differences.push({ ...rangeOf(a, i, 1), a: leafValue(one), b: leafValue(other) });
  }
  return differences;
}

function rangeOf(
  { path, wirePath }: Field,
  offset: number,
  length: number,
): Pick<FieldDifference, 'path' | 'wirePath'> {
  const range = length === 1 ? `[${offset}]` : `[${offset}..${offset + length - 1}]`;
  return { path: path + range, wirePath: wirePath + range };
}

function placeOf({ path, wirePath }: Field): Pick<FieldDifference, 'path' | 'wirePath'> {
  return { path, wirePath };
}

/** The value of a field as a whole, including everything inside it. */
function wholeValue(field: Field): LeafValue {
  return nested(field.value);
}

function nested(value: unknown): LeafValue {
  if (!Array.isArray(value)) return leafValue(value);
  return Object.fromEntries(value.map((item, i) => [String(i), nested(item)]));
}

function isNumbers(value: unknown): boolean {
  return ArrayBuffer.isView(value);
}
