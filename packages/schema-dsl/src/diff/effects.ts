/** What happens to bytes of one revision in the other's decoder. */
export type Outcome = 'as before' | 'differently' | 'refused';

/** An outcome that breaks something. */
export type BreakingOutcome = Exclude<Outcome, 'as before'>;

/** What a change means to a program that uses the generated types. */
export type SourceEffect = 'none' | 'renamed' | 'added' | 'removed' | 'widened' | 'narrowed' | 'changed';
