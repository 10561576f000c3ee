import { equalValues } from '../values/equal-values.js';
import { isTypedArray, typedArrayName } from '../values/is-typed-array.js';
import type { NotCompared } from '../values/not-compared.js';
import { comparedKeys, notComparedWithin } from '../values/not-compared.js';
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
  notCompared: NotCompared = [],
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
  readonly notCompared: NotCompared;
}

/** Levels that are gone into: messages are short, and a value that contains itself has no end. */
const DEEPEST = 8;

function firstDifference(left: unknown, right: unknown, notCompared: NotCompared): Difference {
  let place: Difference = { path: '', left, right, notCompared };
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = differingMember(place);
    if (inner === undefined) break;
    place = inner;
  }
  return place;
}

/** The first member that differs of two objects, or of two lists of one length. */
function differingMember({ path, left, right, notCompared }: Difference): Difference | undefined {
  if (!isGoneInto(left) || !isGoneInto(right) || Array.isArray(left) !== Array.isArray(right))
    return undefined;
  const isList = Array.isArray(left) || typedArrayName(left) !== undefined;
  const [ofLeft, ofRight] = isList
    ? [Object.keys(left), Object.keys(right)]
    : [comparedKeys(left, 'left', notCompared), comparedKeys(right, 'right', notCompared)];
  const keys = new Set([...ofLeft, ...ofRight]);
  if (isList && (keys.size !== ofLeft.length || keys.size !== ofRight.length)) return undefined;
  for (const key of keys) {
    const one: unknown = ofLeft.includes(key) ? Reflect.get(left, key) : undefined;
    const other: unknown = ofRight.includes(key) ? Reflect.get(right, key) : undefined;
    const within = isList ? notCompared : notComparedWithin(key, left, right, notCompared);
    if (equalValues(one, other, within)) continue;
    return {
      path: joinPath(path, isList ? `[${key}]` : key),
      left: one,
      right: other,
      notCompared: within,
    };
  }
  return undefined;
}

/** Bytes show what differs by themselves. */
function isGoneInto(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isTypedArray(value, 'Uint8Array');
}
