// Which tests judge Stryker's mutants: examples of the interpreter, of the solver and of definition errors, what generated code
// is held to by example, and such laws as take little time. All together take some ten seconds, which each mutant costs that
// survives.
import { BY_EXAMPLE } from './drawn/test-lists.mjs';

/** @typedef {{ readonly file: string, readonly only?: RegExp, readonly except?: RegExp }} TestFile */

/** What takes seconds each time, and finds hardly anything that the others do not. */
const SLOW_FILES =
  /differential\/(?:fruitless-alternatives|empty-elements|nesting|modules|many-arms)|ir\/(?:survives-json|datum)/;
const SLOW_TESTS = /^bytes examined grow/;

/** @type {readonly TestFile[]} */
export const TESTS = [
  ...BY_EXAMPLE.filter(({ file }) => !SLOW_FILES.test(file)).map(({ file, except }) => ({
    file,
    except: new RegExp(`${except.source}|${SLOW_TESTS.source}`),
  })),
  { file: 'packages/schema-dsl/test/errors/error-document.test.ts' },
  { file: 'packages/schema-dsl/test/testing/laws.test.ts', only: /\blaw [16]: / },
];

/** What says little of the compiler, and is covered by each of its mutants. */
export const NOT_OF_COMPILER = /golden-neighbours|spent-budget|test\/testing\//;
