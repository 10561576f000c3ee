import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['png.ts'], output: 'generated' });
