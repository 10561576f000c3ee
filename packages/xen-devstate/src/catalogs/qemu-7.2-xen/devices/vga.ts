import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { VgaCore } from './vga-core.js';

export const Vga = vmstate(
  'vga',
  { version: 2, minimum: 2, type: 'Vga' },
  {
    dev: PCIDevice,
    vga: VgaCore,
  },
);
