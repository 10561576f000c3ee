// Which tests judge the mutants. All are run in one process, see main.mjs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../lib/workspace.mjs';

/** Laws of the interpreter and of code that is committed: they tell nothing of the emitter. */
export const LAWS = [
  { file: 'packages/schema-dsl/test/testing/laws.test.ts', only: /\blaw \d: / },
  { file: 'packages/codegen/test/golden.test.ts', only: /\blaw \d: / },
];

/**
 * Tests that draw and generate code for it. Beside them, main.mjs runs the campaign of made-up schemas that
 * differential/schemas.test.ts runs.
 */
export const DRAWN_AND_GENERATED = [
  { file: 'packages/codegen/test/differential/constructs-positions.test.ts', only: /^what lies at offsets/ },
  {
    file: 'packages/codegen/test/differential/positioned-relations.test.ts',
    only: /is read and written alike/,
  },
  { file: 'packages/codegen/test/differential/constructs-bits.test.ts', only: /^for made-up runs and words/ },
];

/** Files that draw, and one whose tests ask whether names clash: with the compiler, which takes long. */
const OTHERS = /constructs-positions|positioned-relations|differential\/(?:schemas|names)/;
/** Tests that draw, or that have the compiler judge texts. */
const NOT_BY_EXAMPLE = /^for made-up|the compiler finds no fault/;

/** Tests with inputs and outputs by hand, and with all that is one step away from these. */
export const BY_EXAMPLE = [
  ...testsIn('packages/schema-dsl/test/interpreter'),
  ...testsIn('packages/schema-dsl/test/language'),
  ...testsIn('packages/schema-dsl/test/ir'),
  ...testsIn('packages/codegen/test/differential'),
  'packages/codegen/test/golden-bytes.test.ts',
  'packages/codegen/test/golden-neighbours.test.ts',
]
  .filter((file) => !OTHERS.test(file))
  .map((file) => ({ file, except: NOT_BY_EXAMPLE }));

/** @param {string} folder from the root of the repository */
function testsIn(folder) {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);
}
