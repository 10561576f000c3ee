import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import { equalValues } from '../values/equal-values.js';
import type { NotCompared } from '../values/not-compared.js';

/**
 * Holds a constant or derived field that came along in a value, from JSON for example, against what is written for it:
 * a stale length is told, and not ignored.
 *
 * @param notCompared keys inside it that may come along as well, see {@link equalValues}
 * @throws EncodeError `mismatch` where it is there and another one
 * @example `checkGiven({ length: 999, text: 'hi' }, 'length', 2, 0, 'length')` throws: "expected 2, found 0x3e7 (999)"
 */
export function checkGiven(
  value: object,
  key: string,
  written: unknown,
  offset: number | undefined,
  path: string,
  notCompared?: NotCompared,
): void {
  if (!Object.hasOwn(value, key)) return;
  const found: unknown = Reflect.get(value, key);
  if (!equalValues(found, written, notCompared))
    throw encodeFailure('mismatch', offset, path, describe(written), describe(found));
}
