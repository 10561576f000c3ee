import { encodeFailure } from '../errors/failures.js';
import { joinPath } from '../errors/join-path.js';

/**
 * Checks that a union's value has its tag, where that may be `undefined`: nothing else tells a value that has no known tag
 * from one whose tag was forgotten.
 *
 * @throws EncodeError `unknown-tag`
 */
export function checkTag(value: object, tag: string, offset: number | undefined, path: string): void {
  if (tag in value) return;
  const expected = 'undefined, where the tag is of no arm';
  throw encodeFailure('unknown-tag', offset, joinPath(path, tag), expected, 'no such key');
}
