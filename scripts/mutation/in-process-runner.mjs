// A test runner for Stryker that loads the tests once and then runs them again and again in the same process, with one
// mutant after another switched on. Vitest loads all modules anew for each mutant, which takes a hundred times as long
// as the tests of the interpreter themselves. It gives tests their imports of 'vitest' from vitest-stand-in.mjs.
//
// What is computed while modules load no mutant can change here, and Stryker leaves such mutants out (`ignoreStatic`).
// What is computed once and kept (the IR of a schema) is forgotten before each mutant of the compiler, and after it.
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forget, keepForgetfully } from './forgetful.mjs';
import { NOT_OF_COMPILER, TESTS } from './tests.mjs';

const NAMESPACE = '__stryker__';

class InProcessRunner {
  /** @type {Map<string, import('./vitest-stand-in.mjs').CollectedTest & { file: string, milliseconds: number }>} */
  #tests = new Map();
  /** @type {readonly string[]} the tests that found the last mutants, latest first */
  #finders = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    register('./vitest-hooks.mjs', import.meta.url);
    keepForgetfully();
    const { collect } = await import('./vitest-stand-in.mjs');
    for (const { file, only, except } of TESTS) {
      const tests = await collect(() => import(pathToFileURL(join(process.cwd(), file)).href));
      for (const [index, test] of tests.entries()) {
        if ((only?.test(test.name) ?? true) && !(except?.test(test.name) ?? false))
          this.#tests.set(`${file}#${index} ${test.name}`, { ...test, file, milliseconds: 0 });
      }
    }
  }

  async dryRun() {
    const space = stryker();
    const tests = [];
    for (const [id, test] of this.#tests) {
      forget(); // so that a schema is compiled in each test that needs it
      space.currentTestId = id;
      const started = performance.now();
      const failure = await failureOf(test.run);
      test.milliseconds = performance.now() - started;
      space.currentTestId = undefined;
      const common = {
        id,
        name: id,
        fileName: join(process.cwd(), test.file),
        timeSpentMs: test.milliseconds,
      };
      tests.push(
        failure === undefined ? { ...common, status: 0 } : { ...common, status: 1, failureMessage: failure },
      );
    }
    return { status: 'complete', tests, mutantCoverage: coveredByTests(space.mutantCoverage) };
  }

  /** @param {{ activeMutant: { id: string, fileName: string }, testFilter?: readonly string[], hitLimit?: number }} options one mutant */
  async mutantRun({ activeMutant, testFilter = [...this.#tests.keys()], hitLimit }) {
    const space = stryker();
    const isOfCompiler = activeMutant.fileName.includes('/ir/');
    const chosen = testFilter.flatMap((id) => {
      const test = this.#tests.get(id);
      return test === undefined || (isOfCompiler && NOT_OF_COMPILER.test(test.file)) ? [] : [{ id, ...test }];
    });
    // One mutant resembles the next: what found the last ones comes first, then what is quick.
    chosen.sort((a, b) => this.#turnOf(a.id) - this.#turnOf(b.id) || a.milliseconds - b.milliseconds);
    if (isOfCompiler) forget();
    Object.assign(space, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      for (const [index, { id, run }] of chosen.entries()) {
        const failureMessage = await failureOf(run);
        if (hitLimit !== undefined && Number(space.hitCount) > hitLimit)
          return { status: 'timeout', reason: `Hit limit reached (${space.hitCount}/${hitLimit})` };
        if (failureMessage === undefined) continue;
        this.#finders = [id, ...this.#finders.filter((other) => other !== id)].slice(0, 10);
        return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: index + 1 };
      }
      return { status: 'survived', nrOfTests: chosen.length };
    } finally {
      Object.assign(space, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      if (isOfCompiler) forget();
    }
  }

  /** @param {string} id of a test */
  #turnOf(id) {
    const turn = this.#finders.indexOf(id);
    return turn < 0 ? this.#finders.length : turn;
  }
}

/**
 * Coverage in which what a test covers counts as that only, also where modules compute with it while they are loaded: that is
 * not computed again, and Stryker would start a process for each such mutant.
 *
 * @param {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} coverage
 */
function coveredByTests({ static: whileLoading, perTest }) {
  const covered = new Set(Object.values(perTest).flatMap(Object.keys));
  return {
    static: Object.fromEntries(Object.entries(whileLoading).filter(([id]) => !covered.has(id))),
    perTest,
  };
}

/** @returns {Record<string, any>} what instrumented code and its runner share */
function stryker() {
  const shared = /** @type {Record<string, any>} */ (globalThis);
  shared[NAMESPACE] ??= {};
  return shared[NAMESPACE];
}

/** @param {() => unknown} run a test */
async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
