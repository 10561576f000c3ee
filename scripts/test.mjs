// `npm test [-- ARGUMENTS]`: installs what is missing, then runs every test, the type tests among them, and says what it
// took. ARGUMENTS go to vitest (a folder, `--project schema-dsl`, `-t TITLE`), except for these:
//   --deep         the long budgets: see test/budget.ts
//   --seed NUMBER  another seed for what is drawn
import { measure } from './lib/measure.mjs';
import { runNode } from './lib/run.mjs';
import { TOOLS } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

process.exitCode = await test(process.argv.slice(2));

/** @param {readonly string[]} given the command's arguments */
async function test(given) {
  const { env, args } = budgetOf(given);
  if (!(await setUp())) {
    return 1;
  }
  const { result, cost } = await measure(() =>
    runNode(TOOLS.vitest, ['run', ...args], { show: true, env: { ...process.env, ...env } }),
  );
  const seed = env.BYTEWRIGHT_SEED === undefined ? '' : `, seed ${env.BYTEWRIGHT_SEED}`;
  console.log(`${env.BYTEWRIGHT_BUDGET === 'deep' ? 'deep tests' : 'tests'}${seed}: ${cost}`);
  return result.code;
}

/**
 * What of the arguments is about the budget, as environment, and what is vitest's.
 *
 * @param {readonly string[]} given the command's arguments
 */
function budgetOf(given) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  const args = [...given];
  const deep = args.indexOf('--deep');
  if (deep !== -1) {
    args.splice(deep, 1);
    env.BYTEWRIGHT_BUDGET = 'deep';
  }
  const seed = args.indexOf('--seed');
  if (seed !== -1) {
    const [, value] = args.splice(seed, 2);
    if (value === undefined || !/^\d{1,9}$/.test(value)) {
      throw new TypeError('--seed takes a number of up to nine digits');
    }
    env.BYTEWRIGHT_SEED = value;
  }
  return { env, args };
}
