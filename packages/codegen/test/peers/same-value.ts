import { isRecord } from './data-set.js';

/** Where two values differ, or nothing. A number and a bigint are the same if they are equal: which one it is, is a matter of width. */
export function differenceOf(found: unknown, expected: unknown, path = ''): string | undefined {
  if (Array.isArray(found) && Array.isArray(expected)) {
    if (found.length !== expected.length)
      return `${path || 'it'} has ${found.length} elements rather than ${expected.length}`;
    return firstOf(found.map((item: unknown, i) => differenceOf(item, expected[i], `${path}[${i}]`)));
  }
  if (isRecord(found) && isRecord(expected)) {
    const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
    return firstOf(
      [...keys].map((key) => differenceOf(found[key], expected[key], path === '' ? key : `${path}.${key}`)),
    );
  }
  return isSame(found, expected)
    ? undefined
    : `${path || 'it'} is ${shown(found)} rather than ${shown(expected)}`;
}

const firstOf = (problems: readonly (string | undefined)[]): string | undefined =>
  problems.find((problem) => problem !== undefined);

function isSame(found: unknown, expected: unknown): boolean {
  if (typeof found === 'bigint' && typeof expected === 'number') return found === BigInt(expected);
  if (typeof found === 'number' && typeof expected === 'bigint') return BigInt(found) === expected;
  return Object.is(found, expected);
}

function shown(value: unknown): string {
  return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? String(value));
}
