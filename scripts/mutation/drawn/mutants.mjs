import { readFileSync } from 'node:fs';

/** All faults, in the order of their numbers: those of the interpreter, then those of the emitter. */
export const MUTANTS = [...mutantsIn('interpreter.json'), ...mutantsIn('emitter.json')];

/**
 * @param {string} name of a file beside this one
 * @returns {readonly import('./instrument.mjs').DrawnMutant[]}
 */
function mutantsIn(name) {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}
