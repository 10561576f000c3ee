import { describe } from './describe.js';
import type { Texts } from './texts.js';

/**
 * What is said of a value that is there though its condition does not hold, or that is not there though it does.
 *
 * @example `presenceTexts(5, 'has > 0')` says "expected undefined, as has > 0 is false, found 5"
 */
export function presenceTexts(value: unknown, condition: string): Texts {
  return value === undefined
    ? [`a value, as ${condition} is true`, 'undefined']
    : [`undefined, as ${condition} is false`, describe(value)];
}
