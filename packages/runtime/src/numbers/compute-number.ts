import { isStackOverflow } from '../errors/stack-overflow.js';
import { normalizeZero } from './normalize-zero.js';

/**
 * The number that a function of the schema's author computes from a value. An exception, and whatever is no safe integer,
 * becomes NaN: it equals nothing and is no size.
 *
 * @example `computeNumber((config) => config.capabilities.length, { capabilities: [1] })` is 1
 */
export function computeNumber<V>(compute: (value: V) => unknown, value: V): number {
  try {
    const number = compute(value);
    return typeof number === 'number' && Number.isSafeInteger(number) ? normalizeZero(number) : Number.NaN;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return Number.NaN;
  }
}
