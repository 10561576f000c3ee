import { defineConfig } from '@bytewright/codegen';

export default defineConfig({
  modules: [
    { source: 'src/schema/device-state.ts', roots: ['DeviceState'] },
    { source: 'src/schema/section.ts', roots: [] },
    'src/schema/section-header.ts',
    { source: 'src/schema/footer.ts', roots: [] },
    { source: 'src/schema/boundary.ts', roots: [] },
    { source: 'src/schema/first-section.ts', roots: [] },
    'src/schema/elf.ts',
  ],
  output: 'src/generated',
});
