// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import {
  bool,
  buffer,
  int32,
  uint8,
  uint8Equal,
  uint16,
  uint32,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const VgaEndian = vmstate(
  'vga.endian',
  { version: 1, minimum: 1, type: 'VgaEndian' },
  {
    bigEndianFb: bool.wireName('big_endian_fb'),
  },
);

export const VgaCore = vmstate(
  'vga',
  { version: 2, minimum: 2, type: 'VgaCore' },
  {
    latch: uint32,
    sequencerIndex: uint8.wireName('sr_index'),
    sequencer: buffer(8).wireName('sr'),
    graphicsIndex: uint8.wireName('gr_index'),
    graphics: buffer(16).wireName('gr'),
    attributeIndex: uint8.wireName('ar_index'),
    attribute: buffer(21).wireName('ar'),
    attributeFlipFlop: int32.wireName('ar_flip_flop'),
    crtcIndex: uint8.wireName('cr_index'),
    crtc: buffer(256).wireName('cr').doc('Registers of the cathode-ray tube controller, from 0 on.'),
    miscellaneousOutput: uint8.wireName('msr'),
    featureControl: uint8.wireName('fcr'),
    inputStatus0: uint8.wireName('st00'),
    inputStatus1: uint8.wireName('st01'),
    dacState: uint8.wireName('dac_state'),
    dacSubIndex: uint8.wireName('dac_sub_index'),
    dacReadIndex: uint8.wireName('dac_read_index'),
    dacWriteIndex: uint8.wireName('dac_write_index'),
    dacCache: buffer(3).wireName('dac_cache'),
    palette: buffer(768).doc('256 colours of three bytes: red, green, blue, of six bits each unless the DAC has eight.'),
    bankOffset: int32.wireName('bank_offset'),
    hasVbe: uint8Equal.wireName('is_vbe_vmstate'),
    vbeIndex: uint16.wireName('vbe_index'),
    vbeRegs: list(uint16, 10).wireName('vbe_regs').doc('VBE: id, width, height, bits a pixel, enable, bank, virtual width and height, offsets.'),
    vbeStartAddr: uint32.wireName('vbe_start_addr'),
    vbeLineOffset: uint32.wireName('vbe_line_offset'),
    vbeBankMask: uint32.wireName('vbe_bank_mask'),
  },
  {
    'vga.endian': VgaEndian,
  },
).doc('A VGA adapter; its memory is not in the file.').source('QEMU hw/display/vga.c, vmstate_vga_common');
