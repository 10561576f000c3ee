import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/**
 * Asserts the same as `toStrictEqual`, and as strictly: types, own keys that are `undefined`, -0. That walks arrays of bytes
 * element by element, which takes seconds for the memory of a video card; so it is only called to print the difference if
 * Node's own comparison finds one.
 */
export function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) {
    expect(found).toStrictEqual(expected);
    expect.unreachable('values that Node says differ');
  }
}
