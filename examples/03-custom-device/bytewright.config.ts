import { defineConfig } from '@bytewright/codegen';
import { schemaModules } from '@bytewright/xen-devstate/schema-modules';

export default defineConfig({
  modules: [
    ...schemaModules('qemu-7.2'),
    'watchdog-board.ts',
    { source: 'device-state.ts', roots: ['DeviceState'] },
  ],
  output: 'generated',
});
