import { existsSync, readdirSync } from 'node:fs';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { configDefaults, defineConfig } from 'vitest/config';
import { isDeep } from './test/budget.js';

// With this condition a workspace package resolves to its sources: tests never see a stale build.
const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

const PACKAGES = readdirSync(new URL('./packages/', import.meta.url)).sort();

/** Whether a package has tests of its types that are run here: each has a configuration for the compiler beside them. */
const hasTypeTests = (name: string): boolean =>
  existsSync(new URL(`./packages/${name}/test/tsconfig.types.json`, import.meta.url)) &&
  // Those of xen-devstate are about types of four catalogs, which the compiler reads for ten seconds: every day `npm run
  // typecheck` alone holds them, which compiles all type tests.
  (isDeep || name !== 'xen-devstate');

/** The tests that match, as a project that can be run by itself: `--project NAME`. */
function tests(name: string, include: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [include] } };
}

/** The tests of a package's types: one run of the compiler over them and what they import. */
function typeTests(name: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: `${name} types`,
      include: [],
      typecheck: {
        enabled: true,
        only: true,
        include: [`packages/${name}/test/**/*.test-d.ts`],
        tsconfig: `./packages/${name}/test/tsconfig.types.json`,
        // The sources are held to the compiler by `typecheck` and by the build; here only the type tests count.
        ignoreSourceErrors: true,
      },
    },
  };
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      ...PACKAGES.map((name) => tests(name, `packages/${name}/test/**/*.test.ts`)),
      tests('examples', 'examples/**/*.test.ts'),
      ...PACKAGES.filter(hasTypeTests).map(typeTests),
    ],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    // Node's own import() and hooks, which Vite would replace by its own.
    server: { deps: { external: [/\/packages\/loader\/src\/[^/]+\.js$/] } },
    // The files of a worker share what they load: sources, catalogs and captures, the compiler. No test changes a module.
    isolate: false,
    // Drawn values and decoded captures are short-lived and many: with V8's 16 MiB for young objects, collecting them takes a
    // fifth of the processor time. The condition is for what is loaded without vitest, as by the commands' loader.
    execArgv: ['--max-semi-space-size=32', '--conditions=@bytewright/source'],
    // What the main process does beside the workers, which is to compile files, is little.
    maxWorkers: '100%',
    setupFiles: ['./test/set-up-draws.ts'],
    // Properties over thousands of inputs and commands run as child processes, also on slow machines.
    testTimeout: isDeep ? 1_800_000 : 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      // What the three libraries are made of. Commands run in processes of their own, where nothing is counted: their tests
      // assert what they print and write.
      include: ['packages/{runtime,schema-dsl,codegen}/src/**/*.ts'],
      exclude: ['packages/codegen/src/cli/**', 'packages/codegen/src/load/load-config.ts'],
      reporter: ['text-summary', 'html', 'json', 'json-summary'],
      thresholds: {
        'packages/runtime/src/**': { lines: 95, branches: 95 },
        'packages/schema-dsl/src/**': { lines: 95, branches: 95 },
        'packages/codegen/src/**': { lines: 95, branches: 95 },
      },
    },
  },
});
