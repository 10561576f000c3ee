/** The outcome of loading a device's state in another build than the one that saved it. */
export type Outcome =
  /** It is loaded correctly. */
  | 'survives'
  /** It depends on the machine or on its state, as described by the reasons. */
  | 'depends'
  /** It is loaded without an error, but some bytes are misinterpreted. */
  | 'loads wrongly'
  /** It is refused with an error. */
  | 'fails';

/** An outcome with its reasons, as text. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

const RANKS: readonly Outcome[] = ['survives', 'depends', 'loads wrongly', 'fails'];

export const SURVIVES: Verdict = { outcome: 'survives', reasons: [] };

/** The worst of several outcomes, with the reasons of all, each once. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const outcome = verdicts.reduce<Outcome>(
    (worst, verdict) => (RANKS.indexOf(verdict.outcome) > RANKS.indexOf(worst) ? verdict.outcome : worst),
    'survives',
  );
  return { outcome, reasons: [...new Set(verdicts.flatMap(({ reasons }) => reasons))] };
}
