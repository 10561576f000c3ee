// Loads the sources that have mutants with these in them, and all others as they are. Nothing is written to the working tree.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { withMutants } from './instrument.mjs';

/** @type {Map<string, import('./instrument.mjs').DrawnMutant[]>} */
const mutantsOf = new Map();

/** @param {Record<string, import('./instrument.mjs').DrawnMutant[]>} byAddress the mutants of each module */
export function initialize(byAddress) {
  for (const [address, mutants] of Object.entries(byAddress)) mutantsOf.set(address, mutants);
}

/**
 * @param {string} url of a module
 * @param {object} context
 * @param {(url: string, context: object) => Promise<object>} next the hook that follows
 */
export async function load(url, context, next) {
  const address = url.replace(/\?.*$/, '');
  const mutants = mutantsOf.get(address);
  if (mutants === undefined) return next(url, context);
  const source = withMutants(readFileSync(fileURLToPath(address), 'utf8'), mutants);
  const { code } = transformSync(source, { loader: 'ts', format: 'esm', target: 'node20' });
  return { format: 'module', source: code, shortCircuit: true };
}
