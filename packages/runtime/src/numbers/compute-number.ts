import { isStackOverflow } from '../errors/stack-overflow.js';
import { normalizeZero } from '../values/normalize-zero.js';

/**
 * The number that a function of the schema's author computes from a value. An exception, and whatever is not a safe integer,
 * becomes NaN: it equals nothing and is not a size. The schema's types see to it that the function takes the value, which is
 * `undefined` where a field is absent.
 *
 * @example `computeNumber((config) => config.capabilities.length, { capabilities: [1] })` is 1
 */
export function computeNumber(compute: (value: never) => unknown, value: unknown): number {
  try {
    const number = compute(value as never); // the schema's types, as above
    return typeof number === 'number' && Number.isSafeInteger(number) ? normalizeZero(number) : Number.NaN;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return Number.NaN;
  }
}
