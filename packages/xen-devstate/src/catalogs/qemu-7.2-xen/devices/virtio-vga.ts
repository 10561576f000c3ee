import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VgaCore } from './vga-core.js';

export const VirtioVga = vmstate(
  'virtio-vga',
  { version: 2, minimum: 2, type: 'VirtioVga' },
  {
    vga: VgaCore,
  },
);
