import { listed } from './listed.js';

/**
 * The names of a union's arms, for messages.
 *
 * @param hasRaw whether an arm takes what the others do not
 * @example of `['a', 'b']` and a raw arm: `one of "a", "b", undefined`
 */
export function describeArms(names: readonly string[], hasRaw = false): string {
  return `one of ${listed([...names.map((name) => JSON.stringify(name)), ...(hasRaw ? ['undefined'] : [])])}`;
}
