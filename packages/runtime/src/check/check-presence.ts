import { encodeFailure } from '../errors/failures.js';
import { presenceTexts } from '../errors/presence-texts.js';

/**
 * Refuses a value that is there though its condition does not hold, or that is not there though it does.
 *
 * @param when whether the condition holds; what is absent does not
 * @param condition the same in words
 * @throws EncodeError `mismatch`
 * @example `checkPresence(5, false, 'version = 1', 8, 'unused')` throws "expected undefined, as version = 1 is false, found 5"
 */
export function checkPresence(
  value: unknown,
  when: unknown,
  condition: string,
  offset: number,
  path: string,
): void {
  if ((value !== undefined) !== Boolean(when))
    throw encodeFailure('mismatch', offset, path, ...presenceTexts(value, condition));
}
