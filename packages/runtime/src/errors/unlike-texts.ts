import { equalValues } from '../check/equal-values.js';
import { isTypedArray, typedArrayName } from '../check/is-typed-array.js';
import { describe } from './describe.js';
import { joinPath } from './join-path.js';
import type { Texts } from './texts.js';

/**
 * What is said of a list or an object that is not the same as another one: what both hold where they first differ, as the
 * whole would not show that.
 *
 * @param notCompared as of {@link equalValues}
 * @example `unlikeTexts([1, 2], [1, 3], 'first')` says "expected the same as first, 3 at [1], found 2 at [1]"
 */
export function unlikeTexts(
  found: unknown,
  expected: unknown,
  name: string,
  notCompared: readonly string[] = [],
): Texts {
  const { path, left, right } = firstDifference(found, expected, notCompared);
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

function firstDifference(left: unknown, right: unknown, notCompared: readonly string[]): Difference {
  let place: Difference = { path: '', left, right };
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = differingMember(place, notCompared);
    if (inner === undefined) break;
    place = inner;
  }
  return place;
}

/** The first member that differs of two objects, or of two lists of one length. */
function differingMember(
  { path, left, right }: Difference,
  notCompared: readonly string[],
): Difference | undefined {
  if (!isGoneInto(left) || !isGoneInto(right) || Array.isArray(left) !== Array.isArray(right))
    return undefined;
  const isList = Array.isArray(left) || typedArrayName(left) !== undefined;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  if (isList && (keys.size !== Object.keys(left).length || keys.size !== Object.keys(right).length))
    return undefined;
  for (const key of keys) {
    const [one, other]: readonly unknown[] = [Reflect.get(left, key), Reflect.get(right, key)];
    if (notCompared.includes(key) || equalValues(one, other, notCompared)) continue;
    return { path: joinPath(path, isList ? `[${key}]` : key), left: one, right: other };
  }
  return undefined;
}

/** Bytes show what differs by themselves. */
function isGoneInto(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isTypedArray(value, 'Uint8Array');
}
