import { isDeepStrictEqual } from 'node:util';
import type { Difference } from './compared.js';

/** A difference that the new code was meant to make. */
export interface Intended {
  readonly reason: string;
  /** Words of CHANGELOG.md that tell users: as long as it does not have them, nothing is excused. */
  readonly told: string;
  readonly excuses: (difference: Difference) => boolean;
}

/** What an error expected, with the end by its present name. */
const renamedEnd = (error: object): unknown =>
  'expected' in error && typeof error.expected === 'string'
    ? error.expected.replace(/^atEnd\b/, 'the end')
    : undefined;

const codeOf = ({ old }: Difference): unknown =>
  'error' in old && 'code' in old.error ? old.error.code : undefined;

/** Whether a struct by itself is searched for now: bundles keep the names of what functions call. */
const isSearched = ({ subject }: Difference): boolean =>
  String(subject.now.decode).includes('decodeSearchedRoot');

/** What differs from {@link OLD_REVISION} on purpose. */
export const INTENDED: readonly Intended[] = [
  {
    reason: 'each candidate of a search is paid for once, so the budget for attempts in vain lasts longer',
    told: 'each failed candidate is charged once',
    excuses: (difference) => codeOf(difference) === 'limit-exceeded',
  },
  {
    reason: 'a device by itself searches for its parameters, where it took the commonest ones',
    told: 'a device on its own, such as `decodePiix4Pm`, decodes payloads of any machine',
    // what was accepted is accepted as the same value
    excuses: (difference) => 'error' in difference.old && isSearched(difference),
  },
  {
    reason: 'the end of the input is called so in errors',
    told: 'Errors say `the end` for `atEnd`',
    excuses: ({ old, now }) =>
      'error' in old &&
      'error' in now &&
      isDeepStrictEqual(now.error, { ...old.error, expected: renamedEnd(old.error) }),
  },
  {
    reason: 'a symbol that a search was tried with, before anybody had looked at it, is an error of ours',
    told: 'A symbol or an object where a search reads a number is rejected with an `EncodeError`',
    excuses: ({ old, now }) => 'crash' in old && !('crash' in now),
  },
];

/** The commit before generated code was given its present shape. */
export const OLD_REVISION = '70114e34';

/** Which of them excuse something, by what the changelog tells. */
export function excused(
  difference: Difference,
  changelog: string,
  intended: readonly Intended[] = INTENDED,
): Intended | undefined {
  const text = changelog.replace(/\s+/g, ' ');
  return intended.find(({ told, excuses }) => text.includes(told) && excuses(difference));
}
