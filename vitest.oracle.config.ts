import { defineConfig } from 'vitest/config';

const conditions = ['@bytewright/source', 'module', 'node', 'development|production'];

// Tests in which other programs judge what our codecs write. `npm test` needs no program but Node, so these are apart.
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['examples/**/*.oracle.ts', 'packages/*/test/oracle/*.oracle.ts'], testTimeout: 120_000 },
});
