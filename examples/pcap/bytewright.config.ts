import { defineConfig } from '@bytewright/codegen';

export default defineConfig({ modules: ['pcap.ts', 'frame.ts'], output: 'generated' });
