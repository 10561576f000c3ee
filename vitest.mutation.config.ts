import { defineConfig } from 'vitest/config';

const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

// What Stryker runs for each mutant: tests that read and write by the interpreter, and take no more than seconds. The laws
// over made-up values and the differential tests would find more, but not in the time that thousands of mutants leave.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/schema-dsl/test/{interpreter,ir,language}/**/*.test.ts',
      'packages/codegen/test/golden-{bytes,neighbours}.test.ts',
    ],
    exclude: ['**/survives-json.test.ts'],
    // One import of the language for all files: a mutant is run in seconds, and most of that is imports.
    isolate: false,
    testTimeout: 60_000,
  },
});
