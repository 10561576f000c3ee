import { isDeepStrictEqual } from 'node:util';
import type { Difference } from './compared.js';

/** An intended difference of the new code. */
export interface Intended {
  readonly reason: string;
  /** The text in CHANGELOG.md that tells users: unless it is there, nothing is excused. */
  readonly told: string;
  readonly excuses: (difference: Difference) => boolean;
}

/** The `expected` text of an error, with the current name of the end. */
const renamedEnd = (error: object): unknown =>
  'expected' in error && typeof error.expected === 'string'
    ? error.expected.replace(/^atEnd\b/, 'the end')
    : undefined;

const codeOf = ({ old }: Difference): unknown =>
  'error' in old && 'code' in old.error ? old.error.code : undefined;

/** Whether the parameters of a standalone struct are now searched: bundles keep the names of called functions. */
const isSearched = ({ subject }: Difference): boolean =>
  String(subject.now.decode).includes('decodeSearchedRoot');

/** The intended differences from {@link OLD_REVISION}. */
export const INTENDED: readonly Intended[] = [
  {
    reason: 'each candidate of a search is charged once, so the backtracking budget lasts longer',
    told: 'each failed candidate is charged once',
    excuses: (difference) => codeOf(difference) === 'limit-exceeded',
  },
  {
    reason: 'a standalone device searches for its parameters instead of assuming the most common ones',
    told: 'a device on its own, such as `decodePiix4Pm`, decodes payloads of any machine',
    // anything that was accepted is accepted as the same value
    excuses: (difference) => 'error' in difference.old && isSearched(difference),
  },
  {
    reason: 'errors call the end of the input "the end"',
    told: 'Errors say `the end` for `atEnd`',
    excuses: ({ old, now }) =>
      'error' in old &&
      'error' in now &&
      isDeepStrictEqual(now.error, { ...old.error, expected: renamedEnd(old.error) }),
  },
  {
    reason: 'a symbol that a search reads before it was checked is an EncodeError',
    told: 'A symbol or an object where a search reads a number is rejected with an `EncodeError`',
    excuses: ({ old, now }) => 'crash' in old && !('crash' in now),
  },
];

/** The commit before generated code got its present form. */
export const OLD_REVISION = '70114e34';

/** Finds the intended difference that excuses a difference, if the changelog mentions it. */
export function excused(
  difference: Difference,
  changelog: string,
  intended: readonly Intended[] = INTENDED,
): Intended | undefined {
  const text = changelog.replace(/\s+/g, ' ');
  return intended.find(({ told, excuses }) => text.includes(told) && excuses(difference));
}
