// The part of Vitest that the tests of the interpreter use, with its own `expect`. Tests are collected, and run by others.
// @ts-expect-error it is Vitest's own copy, see vitest-hooks.mjs
import * as expectations from '@vitest/expect';
// @ts-expect-error as above
import * as chai from 'chai';

/** @typedef {{ readonly name: string, readonly run: () => unknown }} CollectedTest */

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
/** @type {{ names: readonly string[], body: () => unknown }[]} */
let suites = [];
/** @type {readonly string[]} */
let names = [];

/**
 * The tests that a module registers.
 *
 * @param {() => Promise<unknown>} load imports it
 */
export async function collect(load) {
  [tests, suites, names] = [[], [], []];
  await load();
  for (let suite = suites.shift(); suite !== undefined; suite = suites.shift()) {
    names = suite.names;
    await suite.body();
  }
  return tests;
}

/**
 * @param {string} name of the test
 * @param {[() => unknown] | [options: object, () => unknown]} rest its body, perhaps behind options, such as a time limit: mutants
 *   have one of their own
 */
export function test(name, ...rest) {
  const run = rest.length === 1 ? rest[0] : rest[1];
  tests.push({ name: [...names, name].join(' '), run });
}
test.each = each(test);

/**
 * @param {string} name of the group
 * @param {() => unknown} body registers tests
 */
export function describe(name, body) {
  suites.push({ names: [...names, name], body });
}
describe.each = each(describe);

/** @param {(name: string, body: () => unknown) => void} register one test or group */
function each(register) {
  return (/** @type {readonly unknown[]} */ rows) =>
    (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        const shown = typeof values[0] === 'string' ? name.replace('%s', values[0]) : name;
        register(shown, () => body(...values));
      }
    };
}
