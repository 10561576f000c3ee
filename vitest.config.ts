import { configDefaults, defineConfig } from 'vitest/config';

// With this condition a workspace package resolves to its sources: tests never see a stale build.
const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    // Node's own import() and hooks, which Vite would replace by its own.
    server: { deps: { external: [/\/packages\/loader\/src\/[^/]+\.js$/] } },
    // Properties over thousands of inputs and commands run as child processes, also on slow machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    typecheck: {
      enabled: true,
      include: ['packages/*/test/**/*.test-d.ts', 'examples/**/*.test-d.ts'],
      tsconfig: './tsconfig.type-tests.json',
      // The sources are held to the compiler by `typecheck` and by the build; here only the type tests count.
      ignoreSourceErrors: true,
    },
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
