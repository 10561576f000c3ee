import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['src/records/schema/records.ts'], output: 'src/records/generated' });
