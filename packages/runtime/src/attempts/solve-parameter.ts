import { isEncodeError } from '../errors/encode-error.js';

/**
 * The first of several values of a parameter with which something can be encoded; where there is none, the one that
 * comes furthest, as its error tells most. A single one is not tried: there is nothing to choose.
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
      if (!isEncodeError(error)) throw error;
      const offset = error.offset ?? -1; // none while sizes are added up
      if (offset <= furthest) continue;
      furthest = offset;
      best = candidate;
    }
  }
  return best;
}
