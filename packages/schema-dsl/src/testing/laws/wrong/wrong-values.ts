import { formatPath } from '../../../interpreter/path.js';
import type { SchemaIR } from '../../../ir/schema.js';
import type { MutationTarget } from '../../mutation-targets.js';
import { choose } from '../../mutation-targets.js';
import { withValueAt } from '../../value-path.js';
import { placesIn } from './places.js';

/** A value with one thing in it that no encoder may accept. */
export interface WrongValue {
  readonly value: unknown;
  readonly path: string;
  /** What is wrong, for messages: "a number above the range". */
  readonly what: string;
}

/** Wrong versions of one value. */
const MOST = 24;
/**
 * Most bytes or elements of a part that is too large; only one value in eight is burdened with the larger
 * number.
 */
const LARGE = 1 << 10;
const HUGE = 1 << 16;

/**
 * Copies of a value, wrong in one place each: all that the schema tells of a small value, a choice of a large
 * one's.
 */
export function wrongVersions(ir: SchemaIR, [value, first]: MutationTarget<unknown>): readonly WrongValue[] {
  const places = placesIn(ir, value, first % 8 === 0 ? HUGE : LARGE);
  const all = places.flatMap(({ path, parts }) => parts.map(([what, make]) => ({ path, what, make })));
  return choose(all, first, MOST).map(({ path, what, make }) => ({
    value: withValueAt(value, path, make()),
    path: formatPath(path),
    what,
  }));
}
