/** What becomes of a device's state that one build saves and another one loads. */
export type Outcome =
  /** It is loaded, and means the same. */
  | 'survives'
  /** Whether it is loaded depends on the machine, or on its state; the reasons say on what. */
  | 'depends'
  /** It is loaded without a word, and some bytes are taken for something else. */
  | 'loads wrongly'
  /** It is refused. */
  | 'fails';

/** An outcome with its reasons, in sentences. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

const RANKS: readonly Outcome[] = ['survives', 'depends', 'loads wrongly', 'fails'];

export const SURVIVES: Verdict = { outcome: 'survives', reasons: [] };

/** The worst outcome of several, with the reasons of all that do not survive, each once. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const outcome = verdicts.reduce<Outcome>(
    (worst, verdict) => (RANKS.indexOf(verdict.outcome) > RANKS.indexOf(worst) ? verdict.outcome : worst),
    'survives',
  );
  return { outcome, reasons: [...new Set(verdicts.flatMap(({ reasons }) => reasons))] };
}
