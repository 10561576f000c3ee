import { isDeepStrictEqual } from 'node:util';

/** The mutant that is on; 0 is none. */
let active = 0;
/** @type {Set<number> | undefined} */
let different;
/** @type {Set<number>} the mutants whose conditions were met while {@link different} was filled */
let met = new Set();

/** @param {number} number of the mutant that is on from now on; 0 for none */
export function turnOn(number) {
  active = number;
}

/**
 * Runs something without any mutant.
 *
 * @param {() => unknown} run
 * @returns {Promise<ReadonlySet<number>>} the mutants that would have given another value somewhere in it; all others cannot
 * have changed anything. Where both sides of a condition together cost more than the test allows, all that it met
 */
export async function mutantsThatDiffer(run) {
  different = new Set();
  met = new Set();
  try {
    await run();
    return different;
  } catch {
    return met;
  } finally {
    different = undefined;
  }
}

/**
 * @param {number} number of a mutant
 * @param {() => unknown} original
 * @param {() => unknown} mutated
 */
function choose(number, original, mutated) {
  if (different === undefined) return number === active ? mutated() : original();
  met.add(number);
  const value = original();
  if (!different.has(number) && !isSame(value, mutated)) different.add(number);
  return value;
}

/**
 * @param {unknown} value
 * @param {() => unknown} mutated
 */
function isSame(value, mutated) {
  try {
    return isDeepStrictEqual(value, mutated());
  } catch {
    return false;
  }
}

Object.assign(globalThis, { drawnMutants: { choose } });
