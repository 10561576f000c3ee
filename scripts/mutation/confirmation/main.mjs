// `npm run test:mutants -- --confirmation`: puts three ways to confirm less than everything into the choice of an arm, one after
// another, and sees whether the tests by example of packages/runtime/test/arms find them, as they must.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../lib/workspace.mjs';
import { turnOn } from '../drawn/switch.mjs';

/** @type {readonly import('../drawn/instrument.mjs').DrawnMutant[]} */
const mutants = JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8'));
const TESTS = 'packages/runtime/test/arms/arm-table.test.ts';

/** @type {Record<string, typeof mutants>} */
const byAddress = {};
for (const mutant of mutants) {
  const address = pathToFileURL(join(ROOT, mutant.file)).href;
  byAddress[address] = [...(byAddress[address] ?? []), mutant];
}
register('../vitest-hooks.mjs', import.meta.url);
register('../drawn/load-hooks.mjs', import.meta.url, { data: byAddress });

const { collect, cleanUp } = await import('../vitest-stand-in.mjs');
const tests = await collect(() => import(pathToFileURL(join(ROOT, TESTS)).href));
const sound = await finders();
if (tests.length === 0 || sound.length > 0)
  throw new Error(`The tests fail as they are: ${sound.join('; ') || 'there are none'}`);

let killed = 0;
for (const { number, breaks } of mutants) {
  turnOn(number);
  const found = await finders();
  turnOn(0);
  if (found.length > 0) killed++;
  console.log(`${number}. ${breaks}: ${found.length > 0 ? `killed by ${found.join('; ')}` : 'survived'}`);
}
console.log(`${killed} of ${mutants.length} mutants killed; all of them are asked for`);
process.exitCode = killed < mutants.length ? 1 : 0;
await cleanUp();

/** The names of the tests that fail. */
async function finders() {
  const failed = [];
  for (const { name, run } of tests) {
    try {
      await run();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}
