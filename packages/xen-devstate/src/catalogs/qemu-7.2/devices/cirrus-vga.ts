// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { buffer, int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const CirrusVgaCore = vmstate(
  'cirrus_vga',
  { version: 2, minimum: 1, type: 'CirrusVgaCore' },
  {
    vgaLatch: uint32.wireName('vga.latch'),
    vgaSrIndex: uint8.wireName('vga.sr_index'),
    vgaSr: buffer(256).wireName('vga.sr'),
    vgaGrIndex: uint8.wireName('vga.gr_index'),
    cirrusShadowGr0: uint8.wireName('cirrus_shadow_gr0'),
    cirrusShadowGr1: uint8.wireName('cirrus_shadow_gr1'),
    vgaGr: buffer(254).wireName('vga.gr'),
    vgaArIndex: uint8.wireName('vga.ar_index'),
    vgaAr: buffer(21).wireName('vga.ar'),
    vgaArFlipFlop: int32.wireName('vga.ar_flip_flop'),
    vgaCrIndex: uint8.wireName('vga.cr_index'),
    vgaCr: buffer(256).wireName('vga.cr'),
    vgaMsr: uint8.wireName('vga.msr'),
    vgaFcr: uint8.wireName('vga.fcr'),
    vgaSt00: uint8.wireName('vga.st00'),
    vgaSt01: uint8.wireName('vga.st01'),
    vgaDacState: uint8.wireName('vga.dac_state'),
    vgaDacSubIndex: uint8.wireName('vga.dac_sub_index'),
    vgaDacReadIndex: uint8.wireName('vga.dac_read_index'),
    vgaDacWriteIndex: uint8.wireName('vga.dac_write_index'),
    vgaDacCache: buffer(3).wireName('vga.dac_cache'),
    vgaPalette: buffer(768).wireName('vga.palette'),
    vgaBankOffset: int32.wireName('vga.bank_offset'),
    cirrusHiddenDacLockindex: uint8.wireName('cirrus_hidden_dac_lockindex'),
    cirrusHiddenDacData: uint8.wireName('cirrus_hidden_dac_data'),
    vgaHwCursorX: uint32.wireName('vga.hw_cursor_x'),
    vgaHwCursorY: uint32.wireName('vga.hw_cursor_y'),
  },
).source('QEMU hw/display/cirrus_vga.c, vmstate_cirrus_vga');

export const CirrusVga = vmstate(
  'cirrus_vga',
  { version: 2, minimum: 2, type: 'CirrusVga' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    cirrusVga: field(CirrusVgaCore).wireName('cirrus_vga'),
  },
).source('QEMU hw/display/cirrus_vga.c, vmstate_cirrus_vga');
