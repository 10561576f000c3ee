import { isEncodeError } from '../errors/encode-error.js';
import { isStackOverflow } from '../errors/stack-overflow.js';

/**
 * The first of several values of a parameter with which something can be encoded; where there is none, the one that
 * comes furthest, as its error tells most. A single one is not tried: there is nothing to choose.
 *
 * What is tried may compute with something that nobody has looked at yet, such as a symbol in place of a version. Then it throws
 * something of its own, which counts as a refusal: who writes in earnest looks first, or throws it again.
 *
 * @param encode encodes with a candidate, for the sake of its error: throws an EncodeError where it will not do
 */
export function solveParameter<T>(candidates: readonly [T, ...T[]], encode: (candidate: T) => void): T {
  let [best] = candidates;
  if (candidates.length === 1) return best;
  let furthest = -2;
  for (const candidate of candidates) {
    try {
      encode(candidate);
      return candidate;
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      const offset = (isEncodeError(error) ? error.offset : undefined) ?? -1; // none while sizes are added up
      if (offset <= furthest) continue;
      furthest = offset;
      best = candidate;
    }
  }
  return best;
}
