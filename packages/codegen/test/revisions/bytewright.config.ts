import { defineConfig } from '@bytewright/codegen';

export default defineConfig({
  modules: [
    'schemas/point.ts',
    { source: 'schemas/v1/message.ts', folder: 'v1' },
    { source: 'schemas/v2/message.ts', folder: 'v2' },
    'schemas/shape.ts',
  ],
  output: 'generated',
});
