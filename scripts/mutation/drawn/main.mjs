// The work of scripts/mutants.mjs, in a process of its own: loads the tests once, and runs them for one mutant after another.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from '../../lib/workspace.mjs';
import { MUTANTS } from './mutants.mjs';
import { mutantsThatDiffer, turnOn } from './switch.mjs';
import { BY_EXAMPLE, DRAWN_AND_GENERATED, LAWS } from './test-lists.mjs';

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
const campaign = {
  ...(await imported('packages/codegen/test/differential/campaign.ts')),
  ...(await imported('packages/codegen/test/differential/usual-campaign.ts')),
  ...(await imported('packages/codegen/test/differential/batch-numbers.ts')),
};

process.exitCode = await (options['by-example'] ? judgeByExample() : judgeByDraws());
await cleanUp();

/** Drawn tests must find the mutants: all of them with the long budgets, and all but a tenth on every day. */
async function judgeByDraws() {
  const tests = { laws: await collected(LAWS), generated: await collected(DRAWN_AND_GENERATED) };
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
  console.log(
    `${killed} of ${chosen.length} mutants killed by tests of ${tests.length} by example; none should be`,
  );
  return killed > 0 ? 1 : 0;
}

/**
 * The tests that draw and can tell of a mutant, first that which found it last time.
 *
 * @param {DrawnMutant} mutant
 * @param {{ readonly laws: readonly Test[], readonly generated: readonly Test[] }} tests
 */
async function* drawnTests(mutant, tests) {
  const hint = finders[mutant.number] ?? '';
  const batch = Number(/^made-up schemas, batch (\d+)$/.exec(hint)?.[1]);
  if (batch >= 0) yield batchOfSchemas(batch, nothingDrawn());
  // Mutants of the emitter are not in code that is generated already.
  const laws = isOfEmitter(mutant) ? await anewTests('lawTestsAnew') : tests.laws;
  const all = [...laws, ...tests.generated];
  yield* all.filter(({ id }) => id === hint);
  yield* all.filter(({ id }) => id !== hint);
  const done = nothingDrawn();
  for (const number of campaign.batchNumbers(campaign.USUAL_CAMPAIGN.firstBatches)) {
    if (!goesOn(done)) return;
    yield batchOfSchemas(number, done);
  }
}

/**
 * What was drawn of made-up schemas.
 *
 * @typedef {{ pairs: number, schemas: number, readonly features: Set<string> }} Drawn
 * @returns {Drawn}
 */
function nothingDrawn() {
  return { pairs: 0, schemas: 0, features: new Set() };
}

/** @param {Drawn} done whether the campaign that all tests run would draw more */
function goesOn({ pairs, schemas, features }) {
  const { USUAL_CAMPAIGN } = campaign;
  const isMissing = (/** @type {string} */ feature) => !features.has(feature);
  return (
    pairs < USUAL_CAMPAIGN.pairs ||
    (schemas < USUAL_CAMPAIGN.mostSchemas && USUAL_CAMPAIGN.features.some(isMissing))
  );
}

/**
 * A part of the campaign of made-up schemas: one batch, which has a seed of its own. All in their order are the campaign.
 *
 * @param {number} number of the batch
 * @param {Drawn} done is added to
 * @returns {Test}
 */
function batchOfSchemas(number, done) {
  const { USUAL_CAMPAIGN, runCampaign } = campaign;
  const run = () => {
    const seed = USUAL_CAMPAIGN.seed + number;
    const { fault, pairs, schemas, features } = runCampaign({
      ...USUAL_CAMPAIGN,
      ...{ seed, pairs: 1, features: [], firstBatches: [] },
    });
    if (fault !== undefined) throw new Error(fault.message);
    done.pairs += pairs;
    done.schemas += schemas;
    for (const feature of features.keys()) done.features.add(feature);
  };
  return { id: `made-up schemas, batch ${number}`, run };
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
  let tests;
  try {
    tests = await anew[which]();
  } catch (error) {
    return [{ id: 'golden schemas are generated', run: () => Promise.reject(error) }];
  }
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
  } catch {
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
