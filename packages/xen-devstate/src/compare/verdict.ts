/** What becomes of a device's state on the way from one QEMU to another, the best first. */
export const OUTCOMES = ['survives', 'depends', 'fails', 'misread'] as const;

/**
 * `survives`: it is loaded as it was. `depends`: on what the machine is started with, or on what it was doing. `fails`: QEMU
 * refuses it. `misread`: the bytes are laid out differently under the same version; QEMU takes wrong values, or meets the end of
 * the section where it does not expect it.
 */
export type Outcome = (typeof OUTCOMES)[number];

/** An outcome, and why. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly why: string | undefined;
}

export const SURVIVES: Verdict = { outcome: 'survives', why: undefined };

/** The worst of several verdicts; with the reasons of all that are as bad. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  const rank = ({ outcome }: Verdict): number => OUTCOMES.indexOf(outcome);
  const most = verdicts.reduce((sum, one) => (rank(one) > rank(sum) ? one : sum), SURVIVES);
  const reasons = verdicts.filter(({ outcome }) => outcome === most.outcome).flatMap(({ why }) => why ?? []);
  return { outcome: most.outcome, why: reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ') };
}
