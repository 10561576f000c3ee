import { encodeFailure } from '../errors/failures.js';
import { depthTexts } from '../input/limit-texts.js';
import { DEFAULT_DEPTH, resolveLimits } from '../input/limits.js';
import type { EncodeOptions } from './encode-options.js';

/** How deep in a value an encoder is, in structs that can contain themselves. */
export interface Nesting {
  /** Such structs entered. */
  readonly depth: number;
  readonly maxDepth: number;
}

/** The nesting of a root. @throws TypeError for a limit that is not a number. */
export function openNesting(options: EncodeOptions | undefined): Nesting {
  return options === undefined ? ROOT : { depth: 0, maxDepth: resolveLimits(options.limits).depth };
}

/** The nesting of a root with the default limits. */
export const ROOT: Nesting = { depth: 0, maxDepth: DEFAULT_DEPTH };

/**
 * The nesting inside a struct that can contain itself.
 *
 * @throws EncodeError `limit-exceeded` for a value that is nested too deeply, or that contains itself.
 */
export function nestedIn({ depth, maxDepth }: Nesting): Nesting {
  if (depth < maxDepth) return { depth: depth + 1, maxDepth };
  throw encodeFailure('limit-exceeded', undefined, '', ...depthTexts(maxDepth));
}
