import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/**
 * What `toStrictEqual` asserts, and as strictly: types, own keys that hold `undefined`, -0. That walks arrays of bytes
 * element by element, which takes seconds for the memory of a video card; so it is asked only for what to print where
 * Node's own comparison finds a difference.
 */
export function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) {
    expect(found).toStrictEqual(expected);
    expect.unreachable('values that Node says differ');
  }
}
