// The part of Vitest that the tests of the interpreter and of the generator use, with its own `expect`. Tests are collected,
// and run by others.
// @ts-expect-error it is Vitest's own copy, see vitest-hooks.mjs
import * as expectations from '@vitest/expect';
// @ts-expect-error as above
import * as chai from 'chai';

/** @typedef {{ readonly name: string, readonly run: () => unknown }} CollectedTest */
/** @typedef {() => unknown} Step */
/** @typedef {{ names: readonly string[], body: Step, hooks: Hooks }} Suite */
/** @typedef {{ outer: Hooks | undefined, beforeAll: Step[], beforeEach: Step[], afterEach: Step[], preparedIn: number }} Hooks */

chai.use(expectations.JestExtend);
chai.use(expectations.JestChaiExpect);
chai.use(expectations.JestAsymmetricMatchers);
export const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => chai.expect(value, message),
  chai.expect,
);
chai.expect.extend(expect, expectations.customMatchers);

/** @type {CollectedTest[]} */
let tests = [];
/** @type {Suite[]} */
let suites = [];
/** @type {readonly string[]} */
let names = [];
let hooks = hooksIn(undefined);
/** Counts how often what `beforeAll` has made was given up. */
let round = 0;
/** @type {Step[]} */
const cleanUps = [];

/**
 * The tests that a module registers.
 *
 * @param {() => Promise<unknown>} load imports it
 */
export async function collect(load) {
  [tests, suites, names, hooks] = [[], [], [], hooksIn(undefined)];
  await load();
  for (let suite = suites.shift(); suite !== undefined; suite = suites.shift()) {
    [names, hooks] = [suite.names, suite.hooks];
    await suite.body();
  }
  return tests;
}

/** Has tests prepare once more what `beforeAll` prepares. */
export function prepareAnew() {
  round++;
}

/** Does what `afterAll` says, for all tests that were collected: none is run after that. */
export async function cleanUp() {
  for (const step of cleanUps) await step();
}

/**
 * @param {string} name of the test
 * @param {[Step] | [options: object, Step]} rest its body, perhaps behind options, such as a time limit: mutants have one of
 *   their own
 */
export function test(name, ...rest) {
  const body = rest.length === 1 ? rest[0] : rest[1];
  const own = hooks;
  const run = async () => {
    await prepare(own);
    for (const step of stepsOf(own, 'beforeEach')) await step();
    try {
      await body();
    } finally {
      for (const step of stepsOf(own, 'afterEach')) await step();
    }
  };
  tests.push({ name: [...names, name].join(' '), run });
}
test.each = each(test);
/** A test that is not run is none. */
test.skip = () => {};
export const it = test;

/**
 * @param {string} name of the group
 * @param {Step} body registers tests
 */
export function describe(name, body) {
  suites.push({ names: [...names, name], body, hooks: hooksIn(hooks) });
}
describe.each = each(describe);

/** @param {Step} step */
export function beforeAll(step) {
  hooks.beforeAll.push(step);
}

/** @param {Step} step */
export function afterAll(step) {
  cleanUps.push(step);
}

/** @param {Step} step */
export function beforeEach(step) {
  hooks.beforeEach.push(step);
}

/** @param {Step} step */
export function afterEach(step) {
  hooks.afterEach.push(step);
}

/**
 * @param {Hooks | undefined} outer
 * @returns {Hooks}
 */
function hooksIn(outer) {
  return { outer, beforeAll: [], beforeEach: [], afterEach: [], preparedIn: -1 };
}

/** @param {Hooks | undefined} of a test */
async function prepare(of) {
  if (of === undefined) return;
  await prepare(of.outer);
  if (of.preparedIn === round) return;
  of.preparedIn = round;
  for (const step of of.beforeAll) await step();
}

/**
 * @param {Hooks | undefined} of a test
 * @param {'beforeEach' | 'afterEach'} when
 * @returns {readonly Step[]}
 */
function stepsOf(of, when) {
  return of === undefined ? [] : [...stepsOf(of.outer, when), ...of[when]];
}

/** @param {(name: string, body: () => unknown) => void} register one test or group */
function each(register) {
  return (/** @type {readonly unknown[]} */ rows) =>
    (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        register(titled(name, values[0]), () => body(...values));
      }
    };
}

/**
 * @param {string} name of a test for many rows
 * @param {unknown} first value of one of them
 */
function titled(name, first) {
  if (typeof first === 'string') return name.replace('%s', first);
  const members = /** @type {Record<string, unknown>} */ (first ?? {});
  return name.replace(/\$(\w+)/g, (text, key) => (key in members ? String(members[key]) : text));
}
