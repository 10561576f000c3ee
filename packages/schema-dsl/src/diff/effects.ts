/** What becomes of bytes that the other revision's codec reads. */
export type Outcome = 'as before' | 'differently' | 'refused';

/** An outcome that breaks something. */
export type BreakingOutcome = Exclude<Outcome, 'as before'>;

/** What a change means to a program that uses the generated types. */
export type SourceEffect = 'none' | 'renamed' | 'added' | 'removed' | 'widened' | 'narrowed' | 'changed';
