import { createHash } from 'node:crypto';
import type { WireDescription, WireField } from './wire-description.js';
import { plainType } from './wire-types.js';

/** The wire format of a field as text: equal for fields with the same bytes, regardless of names and grouping. */
export function shapeOf(field: WireField): string {
  const { content, count, presence } = field;
  const inside = content === undefined ? leafShape(field) : contentShape(content);
  if (count === undefined && presence.kind === 'always') return inside;
  return JSON.stringify([inside, count, presence]);
}

/** Whether two lists of fields are the same bytes in the same order. */
export function isSameShape(a: readonly WireField[], b: readonly WireField[]): boolean {
  return a.map(shapeOf).join() === b.map(shapeOf).join();
}

function leafShape({ type, size }: WireField): string {
  return `${plainType(type)}:${size.least}-${size.most}`;
}

/** Longer shapes are replaced by their digests. */
const LONGEST = 100_000;

const known = new WeakMap<WireDescription, string>();

function contentShape(description: WireDescription): string {
  const before = known.get(description);
  if (before !== undefined) return before;
  const parts = [
    ...description.fields.map(shapeOf),
    ...description.subsections.map(({ name }) => JSON.stringify(name)),
  ];
  const all = parts.join();
  // a struct in two fields of a struct in two fields, and so on, would make a huge text
  const shape = all.length > LONGEST ? createHash('sha256').update(all).digest('hex') : all;
  known.set(description, shape);
  return shape;
}
