// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { VgaCore } from './vga-core.js';

export const Vga = vmstate(
  'vga',
  { version: 2, minimum: 2, type: 'Vga' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    vga: VgaCore,
  },
).doc('A VGA adapter; its memory is not in the file.').source('QEMU hw/display/vga.c, vmstate_vga_common');
