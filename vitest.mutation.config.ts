import { defineConfig } from 'vitest/config';

const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

// What Stryker runs for each mutant: the language's own tests, without the type tests.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['packages/schema-dsl/test/**/*.test.ts'], testTimeout: 60_000 },
});
