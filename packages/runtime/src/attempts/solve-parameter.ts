import { isEncodeError } from '../errors/encode-error.js';
import type { Output } from '../output/output.js';
import { createOutput } from '../output/output.js';

/**
 * The first of several values of a parameter with which something can be encoded; where there is none, the one that
 * comes furthest, as its error tells most.
 *
 * @param sizeOf and `write`, which are tried, throw an EncodeError where a value will not do.
 */
export function solveParameter<T>(
  candidates: readonly [T, ...T[]],
  sizeOf: (candidate: T) => number,
  write: (output: Output, candidate: T) => void,
): T {
  let [best] = candidates;
  let furthest = -2;
  for (const candidate of candidates) {
    try {
      write(createOutput(sizeOf(candidate)), candidate);
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
