// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VgaCore } from './vga-core.js';

export const VirtioVga = vmstate(
  'virtio-vga',
  { version: 2, minimum: 2, type: 'VirtioVga' },
  {
    vga: VgaCore,
  },
);
