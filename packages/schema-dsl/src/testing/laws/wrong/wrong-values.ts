import { formatPath } from '../../../interpreter/path.js';
import type { SchemaIR } from '../../../ir/schema.js';
import type { MutationTarget } from '../../mutation-targets.js';
import { choose } from '../../mutation-targets.js';
import { withValueAt } from '../../value-path.js';
import { placesIn } from './places.js';

/** A value with one mistake in it that every encoder must reject. */
export interface WrongValue {
  readonly value: unknown;
  readonly path: string;
  /** The mistake, for messages: "a number above the range". */
  readonly what: string;
}

/** The maximum number of wrong versions of one value. */
const MOST = 24;
/**
 * The maximum number of bytes or elements of a part that is too large; only one value in eight gets the larger limit.
 */
const LARGE = 1 << 10;
const HUGE = 1 << 16;

/**
 * Copies of a value, each wrong in one place: all that the schema allows for a small value, a selection for a large one.
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
