import type { TestProjectInlineConfiguration } from 'vitest/config';
import { configDefaults, defineConfig } from 'vitest/config';
import { isDeep } from './test/budget.js';

// With this condition a workspace package resolves to its sources: tests never see a stale build.
const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

const PACKAGES = ['runtime', 'schema-dsl', 'codegen', 'xen-devstate'] as const;

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
      ...PACKAGES.map(typeTests),
    ],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    // The files of a worker share what they load: sources, catalogs and captures, the compiler. No test changes a module.
    isolate: false,
    // Drawn values and decoded captures are short-lived and many: with V8's 16 MiB for young objects, collecting them takes a
    // fifth of the processor time.
    execArgv: ['--max-semi-space-size=32'],
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
      exclude: ['packages/codegen/src/cli/**', 'packages/codegen/src/load-config.ts'],
      reporter: ['text-summary', 'html', 'json', 'json-summary'],
      thresholds: {
        'packages/runtime/src/**': { lines: 95, branches: 95 },
        'packages/schema-dsl/src/**': { lines: 95, branches: 95 },
        'packages/codegen/src/**': { lines: 95, branches: 95 },
      },
    },
  },
});
