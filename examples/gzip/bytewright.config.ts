import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['gzip.ts'], output: 'generated' });
