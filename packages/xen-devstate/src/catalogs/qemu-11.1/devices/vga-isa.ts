// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VgaCore } from '../../qemu-7.2/devices/vga-core.js';

export const VgaIsa = vmstate(
  'vga-isa',
  { version: 1, minimum: 1, type: 'VgaIsa' },
  {
    state: VgaCore,
  },
);
