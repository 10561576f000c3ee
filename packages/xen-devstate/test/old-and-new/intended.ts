import type { Difference } from './compared.js';

/** A difference that the new code was meant to make. */
export interface Intended {
  readonly reason: string;
  /** Words of CHANGELOG.md that tell users: as long as it does not have them, nothing is excused. */
  readonly told: string;
  readonly excuses: (difference: Difference) => boolean;
}

const codeOf = ({ old }: Difference): unknown =>
  'error' in old && 'code' in old.error ? old.error.code : undefined;

/** What differs from {@link OLD_REVISION} on purpose. */
export const INTENDED: readonly Intended[] = [
  {
    reason: 'each candidate of a search is paid for once, so the budget for attempts in vain lasts longer',
    told: 'each candidate in vain is paid for once',
    excuses: (difference) => codeOf(difference) === 'limit-exceeded',
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
