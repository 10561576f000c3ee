import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['zip.ts'], output: 'generated' });
