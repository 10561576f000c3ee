import { equalValues } from '../check/equal-values.js';
import { isTypedArray, typedArrayName } from '../check/is-typed-array.js';
import { describe } from './describe.js';
import { joinPath } from './join-path.js';
import type { Texts } from './texts.js';

/**
 * What is said of a list or an object that is not the same as another one: what both hold where they first differ, as the
 * whole would not show that.
 *
 * @example `unlikeTexts([1, 2], [1, 3], 'first')` says "expected the same as first, 3 at [1], found 2 at [1]"
 */
export function unlikeTexts(found: unknown, expected: unknown, name: string): Texts {
  const { path, left, right } = firstDifference(found, expected);
  const at = path === '' ? '' : ` at ${path}`;
  const [wanted, given] = [describe(right), describe(left)];
  // what is not a number has bits that nothing shows
  const but = wanted === given ? ' of other bits' : '';
  return [`the same as ${name}, ${wanted}${at}`, `${given}${but}${at}`];
}

interface Difference {
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** Levels that are gone into: messages are short, and a value that contains itself has no end. */
const DEEPEST = 8;

function firstDifference(left: unknown, right: unknown): Difference {
  let place: Difference = { path: '', left, right };
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = differingMember(place);
    if (inner === undefined) break;
    place = inner;
  }
  return place;
}

/** The first member that differs of two values that have the same members, or both are lists of one length. */
function differingMember({ path, left, right }: Difference): Difference | undefined {
  if (!isGoneInto(left) || !isGoneInto(right) || Array.isArray(left) !== Array.isArray(right))
    return undefined;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return undefined;
  const isList = Array.isArray(left) || typedArrayName(left) !== undefined;
  const key = keys.find((name) => !equalValues(Reflect.get(left, name), Reflect.get(right, name)));
  if (key === undefined) return undefined;
  return {
    path: joinPath(path, isList ? `[${key}]` : key),
    left: Reflect.get(left, key),
    right: Reflect.get(right, key),
  };
}

/** Bytes show what differs by themselves. */
function isGoneInto(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isTypedArray(value, 'Uint8Array');
}
