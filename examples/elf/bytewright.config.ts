import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['elf.ts'], output: 'generated' });
