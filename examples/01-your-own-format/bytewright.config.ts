import { defineConfig } from '@bytewright/codegen';

export default defineConfig({
  modules: [{ source: 'sensor-log.ts', roots: ['SensorLog'] }],
  output: 'generated',
});
