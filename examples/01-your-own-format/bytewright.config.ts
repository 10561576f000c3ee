import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['sensor-log.ts'], output: 'generated' });
