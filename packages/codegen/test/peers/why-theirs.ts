import type { Outcome } from '../differential/outcome.js';
import type { Notes } from './convert/converted.js';
import type { PeerCase } from './data-set.js';

/** A case that did not come out as its data set says. */
export interface Unlike {
  readonly one: PeerCase;
  readonly outcome: Outcome;
  readonly notes: Notes;
}

/** Why a difference is deliberate on our side, or nothing where it is not. */
export function whyTheirs({ one, outcome, notes }: Unlike): string | undefined {
  const code = 'error' in outcome ? (outcome.error as { code?: unknown }).code : undefined; // of one of our errors
  if (code === 'out-of-range' && notes.rounded)
    return 'a number that its float does not hold exactly is rounded in silence there, and refused here';
  if (one.should_error_on_encode === true && 'value' in outcome && notes.given)
    return 'a computed field that comes along is refused there, and here taken where it says what is written';
  if (code === 'overlap')
    return 'two fields hold the same bytes, so that one could be changed without the other; that is refused here';
  return undefined;
}
