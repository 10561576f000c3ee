// The work of scripts/mutants.mjs, in a process of its own: loads the tests once, and runs them for one mutant after another.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from '../../lib/workspace.mjs';
import { MUTANTS } from './x-mutants.mjs';
import { mutantsThatDiffer, turnOn } from './switch.mjs';
import { BY_EXAMPLE, DRAWN_AND_GENERATED as DRAWN } from './test-lists.mjs';

/** @typedef {import('./instrument.mjs').DrawnMutant} DrawnMutant */
/** @typedef {{ readonly id: string, readonly run: () => unknown }} Test */
/** @typedef {{ file: string, only?: RegExp, except?: RegExp }} TestFile */

/** What found each mutant last time: tried first. */
const FINDERS = join(import.meta.dirname, 'finders.json');
/** @type {Record<string, string>} */
const finders = JSON.parse(readFileSync(FINDERS, 'utf8'));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'by-example': { type: 'boolean', default: false },
    remember: { type: 'boolean', default: false },
  },
});
const numbers = positionals.map(Number);
const chosen = MUTANTS.filter(({ number }) => numbers.length === 0 || numbers.includes(number));

/** @type {Record<string, DrawnMutant[]>} */
const byAddress = {};
for (const mutant of chosen) {
  const address = pathToFileURL(join(ROOT, mutant.file)).href;
  byAddress[address] = [...(byAddress[address] ?? []), mutant];
}
register('../vitest-hooks.mjs', import.meta.url);
register('./load-hooks.mjs', import.meta.url, { data: byAddress });

const { collect, cleanUp, prepareAnew } = await import('../vitest-stand-in.mjs');
await imported('test/set-up-draws.ts');
const fc = await import('fast-check');
// The first failure will do, of whatever size.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
const anew = await imported('packages/codegen/test/golden/tests-anew.ts');


const mode = process.env.SURVEY; const killed = {};
const quiet = (f) => f().then(() => undefined, (e) => e);
const report = () => { console.log(new Date().toISOString(), Object.keys(killed).length); writeFileSync('/tmp/mut/killed-' + mode + (process.env.TAG ?? '') + '.json', JSON.stringify(killed)); };
async function tryOn(id, run) {
  prepareAnew();
  let failure; const differ = await mutantsThatDiffer(async () => { failure = await quiet(async () => run()); });
  if (failure) console.log('FAILS', id, String(failure.message).slice(0, 200));
  for (const n of differ) { if (killed[n]) continue; prepareAnew(); turnOn(n); const e = await quiet(async () => run()); turnOn(0); if (e) killed[n] = id + ' :: ' + String(e.message).slice(0, 120); }
}
if (mode === 'example') {
  const tests = (await collected(BY_EXAMPLE)).filter((t) => !/names\.test|fruitless-attempts/.test(t.id));
  let i = 0; for (const t of tests) { await tryOn(t.id, t.run); if (i++ % 200 === 0) report(); }
  report();
} else if (mode === 'laws') {
  let i = 0; for (const t of await collected(DRAWN)) { await tryOn(t.id, t.run); if (i++ % 60 === 0) report(); }
  report(); process.exit(0);
} else if (mode === 'anewlaws') {
 for (const m of chosen.filter(isOfEmitter)) { turnOn(m.number); const f = await firstFailure(await anewTests('lawTestsAnew')); if (f) killed[m.number] = f.id; turnOn(0); console.log(m.number, f?.id); report(); }
 process.exit(0);
} else if (mode === 'anew') {
  for (const m of chosen.filter(isOfEmitter)) { turnOn(m.number); try { const f = await firstFailure(await anewTests('exampleTestsAnew')); if (f) killed[m.number] = f.id; } catch (e) { killed[m.number] = 'THROWS ' + e.message; } turnOn(0); report(); }
} else {
  const { SEED } = await imported('test/budget.ts');
  const { examineSchema } = await imported('packages/codegen/test/differential/examine-schema.ts');
  const { structPlan } = await imported('packages/codegen/test/differential/made-up/plan.ts');

  const [lo, hi] = process.env.RANGE.split(' ').map(Number);
  const counts = {};
  for (let batch = SEED + lo; batch < SEED + hi; batch++) {
    for (const k of Object.keys(killed)) delete killed[k];
    const plans = [];
    fc.check(fc.property(structPlan, (plan) => { const e = examineSchema(plan, { mutations: 2, damaged: 20, random: 10, values: 4, patience: 200 }, batch); if (!e) fc.pre(false); plans.push(plan); }), { maxSkipsPerRun: 1000, seed: batch, numRuns: 40 });
    for (const plan of plans) await tryOn('campaign ' + (batch - SEED), () => examineSchema(plan, { mutations: 2, damaged: 20, random: 10, values: 4, patience: 200 }, batch));
    for (const k of Object.keys(killed)) (counts[k] ??= []).push(batch - SEED);
    writeFileSync('/tmp/mut/counts-' + lo + '.json', JSON.stringify(counts)); console.log(batch - SEED, Object.keys(killed).length, new Date().toISOString());
  }
  process.exit(0);
  for (const t of (await collected(DRAWN)).filter((t) => !t.id.includes('/differential/'))) await tryOn(t.id, t.run);
  report();
}
await cleanUp();
/** Drawn tests must find the mutants: all of them with the long budgets, and all but a tenth on every day. */
async function judgeByDraws() {
  const tests = await collected(DRAWN);
  let killed = 0;
  for (const mutant of chosen) {
    const started = process.cpuUsage();
    const finder = await withMutant(mutant, async () => finderAmong(await drawnTests(mutant, tests)));
    if (finder !== undefined) {
      killed++;
      finders[mutant.number] = finder.id;
    }
    say(mutant, finder === undefined ? 'survived' : `killed by ${finder.id}`, started);
  }
  const least = process.env.BYTEWRIGHT_BUDGET === 'deep' ? chosen.length : Math.ceil(chosen.length * 0.9);
  console.log(`${killed} of ${chosen.length} mutants killed; at least ${least} are asked for`);
  if (options.remember) writeFileSync(FINDERS, `${JSON.stringify(finders, null, 2)}\n`);
  return killed < least ? 1 : 0;
}

/** Tests by example must not find any. Only those are run in which a mutant gives another value somewhere. */
async function judgeByExample() {
  const tests = await collected(BY_EXAMPLE);
  /** @type {Map<number, Test[]>} */
  const suspects = new Map();
  for (const test of tests) {
    prepareAnew();
    for (const number of await mutantsThatDiffer(test.run))
      suspects.set(number, [...(suspects.get(number) ?? []), test]);
  }
  let killed = 0;
  for (const mutant of chosen) {
    const started = process.cpuUsage();
    const near = suspects.get(mutant.number) ?? [];
    const finder = await withMutant(mutant, async () => {
      const found = await firstFailure(near);
      return found ?? (isOfEmitter(mutant) ? firstFailure(await anewTests('exampleTestsAnew')) : undefined);
    });
    if (finder !== undefined) killed++;
    say(mutant, finder === undefined ? `survived ${near.length} tests` : `killed by ${finder.id}`, started);
  }
  console.log(`${killed} of ${chosen.length} mutants killed by tests of ${tests.length} by example; none should be`);
  return killed > 0 ? 1 : 0;
}

/**
 * The tests that draw and can tell of a mutant, that which found it last time first.
 *
 * @param {DrawnMutant} mutant
 * @param {readonly Test[]} tests
 */
async function* drawnTests(mutant, tests) {
  const hint = finders[mutant.number];
  const campaign = tests.filter(({ id }) => id.includes('/differential/'));
  // Mutants of the emitter are not in code that is generated already.
  const laws = isOfEmitter(mutant)
    ? await anewTests('lawTestsAnew')
    : tests.filter((test) => !campaign.includes(test));
  const all = [...laws, ...campaign];
  yield* all.filter(({ id }) => id === hint);
  yield* all.filter(({ id }) => id !== hint);
}

/** @param {DrawnMutant} mutant */
function isOfEmitter({ file }) {
  return file.startsWith('packages/codegen/src/emit/');
}

/**
 * @param {'lawTestsAnew' | 'exampleTestsAnew'} which
 * @returns {Promise<readonly Test[]>}
 */
async function anewTests(which) {
  /** @type {readonly { readonly name: string, readonly run: () => void }[]} */
  const tests = await anew[which]();
  return tests.map(({ name, run }) => ({ id: `golden, generated anew: ${name}`, run }));
}

/** @param {AsyncIterable<Test>} tests */
async function finderAmong(tests) {
  for await (const test of tests) if (await fails(test)) return test;
  return undefined;
}

/** @param {readonly Test[]} tests */
async function firstFailure(tests) {
  for (const test of tests) if (await fails(test)) return test;
  return undefined;
}

/** @param {Test} test */
async function fails({ run }) {
  try {
    await run();
    return false;
  } catch (error) {
    if (process.env.MUTANTS_DEBUG) console.log(error);
    return true;
  }
}

/**
 * @template T
 * @param {DrawnMutant} mutant is on meanwhile
 * @param {() => Promise<T>} run
 */
async function withMutant({ number }, run) {
  prepareAnew();
  turnOn(number);
  try {
    return await run();
  } finally {
    turnOn(0);
  }
}

/**
 * @param {readonly TestFile[]} files
 * @returns {Promise<readonly Test[]>}
 */
async function collected(files) {
  const all = [];
  for (const { file, only, except } of files) {
    const tests = await collect(() => imported(file));
    for (const { name, run } of tests)
      if ((only?.test(name) ?? true) && !except?.test(name)) all.push({ id: `${file}: ${name}`, run });
  }
  return all;
}

/** @param {string} file from the root of the repository */
function imported(file) {
  return import(pathToFileURL(join(ROOT, file)).href);
}

/**
 * @param {DrawnMutant} mutant
 * @param {string} outcome
 * @param {NodeJS.CpuUsage} started
 */
function say({ number, breaks }, outcome, started) {
  const { user, system } = process.cpuUsage(started);
  console.log(`${number}. ${breaks}: ${outcome} (${((user + system) / 1e6).toFixed(1)} s)`);
}
