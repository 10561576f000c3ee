import * as fc from 'fast-check';
import type { Segment } from '../interpreter/path.js';
import { formatPath } from '../interpreter/path.js';
import { isNumberArray } from './typed-arrays.js';

/**
 * The first difference between two values, in words; `undefined` if they are the same in every respect that a program could
 * observe: types of typed arrays, bigints, own keys that hold `undefined`, -0.
 *
 * @example `difference({ a: 0 }, { a: -0 })` is "a: 0, not -0"
 */
export function difference(found: unknown, expected: unknown): string | undefined {
  const first = firstDifference(found, expected);
  if (first === undefined) return undefined;
  return first.path.length === 0 ? first.problem : `${formatPath(first.path)}: ${first.problem}`;
}

/** Where two values first differ, and how. */
export interface Difference {
  readonly path: readonly Segment[];
  readonly problem: string;
}

/** The same, with the path separate from the words. */
export function firstDifference(found: unknown, expected: unknown): Difference | undefined {
  return at([], found, expected);
}

function at(path: readonly Segment[], found: unknown, expected: unknown): Difference | undefined {
  if (Object.is(found, expected)) return undefined;
  const here = (problem: string): Difference => ({ path, problem });
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    return here(`${short(found)}, not ${short(expected)}`);
  }
  const [type, wanted] = [typeOf(found), typeOf(expected)];
  if (type !== wanted) return here(`a ${type}, not a ${wanted}`);
  if (isSequence(found) && isSequence(expected)) {
    for (let i = 0; i < Math.min(found.length, expected.length); i++) {
      const problem = at([...path, i], found[i], expected[i]);
      if (problem !== undefined) return problem;
    }
    return found.length === expected.length
      ? undefined
      : here(`length ${found.length}, not ${expected.length}`);
  }
  const keys = Reflect.ownKeys(expected);
  const surplus = Reflect.ownKeys(found).find((key) => !keys.includes(key));
  if (surplus !== undefined) return here(`unexpected member ${String(surplus)}`);
  for (const key of keys) {
    if (!Object.hasOwn(found, key)) return here(`no member ${String(key)}`);
    const problem = at([...path, String(key)], Reflect.get(found, key), Reflect.get(expected, key));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isSequence(value: object): value is ArrayLike<unknown> {
  return Array.isArray(value) || isNumberArray(value);
}

function typeOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return 'object without a prototype';
  const type: unknown = Reflect.get(prototype as object, 'constructor');
  return typeof type === 'function' ? type.name : 'object without a class';
}

function short(value: unknown): string {
  const text = fc.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
