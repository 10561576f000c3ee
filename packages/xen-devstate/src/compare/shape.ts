import { createHash } from 'node:crypto';
import type { WireDescription, WireField } from './wire-description.js';
import { plainType } from './wire-types.js';

/** What fields are on the wire, as text: equal for fields of the same bytes, whatever they are called and however they are grouped. */
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

/** Longer shapes are told apart by their digests. */
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
  // a struct in two fields of a struct in two fields would soon be a text that nobody can hold
  const shape = all.length > LONGEST ? createHash('sha256').update(all).digest('hex') : all;
  known.set(description, shape);
  return shape;
}
