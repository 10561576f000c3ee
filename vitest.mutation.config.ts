import { defineConfig } from 'vitest/config';

const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

// What Stryker runs for each mutant of the relation solver: the tests that define schemas, without those that make up
// values for seconds. Golden code is left out: its schemas are compiled by the package, which is not the mutated copy.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/schema-dsl/test/{interpreter,ir,language}/**/*.test.ts'],
    exclude: ['**/survives-json.test.ts'],
    // One import of the language for all files: a mutant is run in seconds, and most of that is imports.
    isolate: false,
    testTimeout: 60_000,
  },
});
