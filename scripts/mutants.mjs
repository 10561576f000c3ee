// `npm run test:mutants [-- NUMBER…]`: puts the faults of scripts/mutation/drawn into interpreter and emitter, one after
// another, and sees whether the tests that draw find them: with the budget of every day, of which a tenth may escape, or
// with that of the night (--deep), which must find all. NUMBER limits it to some of them. Further options:
//   --by-example  the tests by example instead, which must find none
//   --remember    keeps which test found each mutant, so that it is tried first next time
//   --confirmation  the three ways to confirm too little of an arm's choice instead, which the tests of arms must find
import { join } from 'node:path';
import { measure } from './lib/measure.mjs';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

const FOLDER = join(ROOT, 'scripts', 'mutation');

process.exitCode = await tryMutants(process.argv.slice(2));

/** @param {readonly string[]} given the command's arguments */
async function tryMutants(given) {
  if (!(await setUp())) return 1;
  const isDeep = given.includes('--deep');
  const env = isDeep ? { ...process.env, BYTEWRIGHT_BUDGET: 'deep' } : process.env;
  const main = join(FOLDER, given.includes('--confirmation') ? 'confirmation' : 'drawn', 'main.mjs');
  const flags = ['--max-semi-space-size=32', '--import', 'tsx', main];
  const args = given.filter((arg) => arg !== '--deep' && arg !== '--confirmation');
  const { result, cost } = await measure(() =>
    runNode('--conditions=@bytewright/source', [...flags, ...args], { show: true, env }),
  );
  console.log(`mutants: ${cost}`);
  return result.code;
}
