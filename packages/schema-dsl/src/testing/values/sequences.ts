import * as fc from 'fast-check';
import type { Range } from '../constraints/range.js';
import { atMost, isOne } from '../constraints/range.js';
import type { Source } from './weighted-union.js';
import { weightedUnion } from './weighted-union.js';

/** The maximum length of a sequence that is drawn item by item; a longer one is a short one with padding. */
const LONG = 256;

/**
 * Sequences of plain items with one of the given lengths: mostly short, some longer, some of maximum length.
 */
export function sequences<T>(item: fc.Arbitrary<T>, lengths: Range): fc.Arbitrary<T[]> {
  if (lengths.min > LONG) return filled(item, lengths);
  const longest = atMost(lengths, lengths.min + LONG);
  const array = (minLength: number, size: fc.SizeForArbitrary): fc.Arbitrary<T[]> =>
    fc.array(item, { minLength, maxLength: longest, size }).map(...cutTo<T>(lengths));
  const sources: Source<T[]>[] = [];
  if (!isOne(lengths)) sources.push({ weight: 1, arbitrary: array(lengths.min, 'medium') });
  if (!isOne(lengths) && longest === lengths.max)
    sources.push({ weight: 1, arbitrary: array(longest, 'max') });
  return weightedUnion({ weight: 16, arbitrary: array(lengths.min, 'small') }, ...sources);
}

/**
 * Shortens a sequence to one of the given lengths; includes an unmapper, so that it still shrinks.
 */
export function cutTo<T>(lengths: Range): [(items: T[]) => T[], (items: unknown) => T[]] {
  const cut = (items: T[]): T[] =>
    lengths.step === 1 ? items : items.slice(0, atMost(lengths, items.length));
  return [cut, (items) => items as T[]]; // fast-check checks what comes back against the array's own items
}

function filled<T>(item: fc.Arbitrary<T>, lengths: Range): fc.Arbitrary<T[]> {
  const more = fc.nat(Math.floor(Math.min(lengths.max - lengths.min, LONG) / lengths.step));
  return fc.tuple(item, fc.array(item, { maxLength: 32 }), more).map(([padding, head, extra]) => {
    const items = new Array<T>(lengths.min + extra * lengths.step).fill(padding);
    head.forEach((value, i) => {
      items[i] = value;
    });
    return items;
  });
}
