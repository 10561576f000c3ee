import { byteCount, unexpectedEnd } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { takeElements } from '../input/input.js';

/**
 * Checks that a list can be there, where the input stands, before its elements are read: the bytes for as many of the least
 * size, and a place within the limit of elements.
 *
 * @throws DecodeError `unexpected-end`, `limit-exceeded`
 * @example `startList(input, 3, 42, 'timers')` throws "expected a list of 3 (at least 126 bytes), found 100 bytes" where 100 are left
 */
export function startList(input: Input, count: number, least: number, path: string): void {
  const { offset, end } = input;
  const size = count * least;
  if (end - offset < size)
    throw unexpectedEnd(offset, path, `a list of ${count} (at least ${byteCount(size)})`, end - offset);
  takeElements(input, count, offset, path);
}
