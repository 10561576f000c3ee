import type { DescriptionOverlay, FieldOverlay } from './overlay.js';

/** Registers of all VGA adapters. Source of names: IBM VGA; QEMU hw/display/vga.c. */
const REGISTERS: Readonly<Record<string, FieldOverlay>> = {
  sr_index: { name: 'sequencerIndex' },
  sr: { name: 'sequencer' },
  gr_index: { name: 'graphicsIndex' },
  gr: { name: 'graphics' },
  ar_index: { name: 'attributeIndex' },
  ar: { name: 'attribute' },
  ar_flip_flop: { name: 'attributeFlipFlop' },
  cr_index: { name: 'crtcIndex' },
  cr: { name: 'crtc', doc: 'Registers of the cathode-ray tube controller, from 0 on.' },
  msr: { name: 'miscellaneousOutput' },
  fcr: { name: 'featureControl' },
  st00: { name: 'inputStatus0' },
  st01: { name: 'inputStatus1' },
  palette: {
    doc: '256 colours of three bytes: red, green, blue, of six bits each unless the DAC has eight.',
  },
};

/** Graphics. */
export const DISPLAY: Readonly<Record<string, DescriptionOverlay>> = {
  vga: {
    source: 'QEMU hw/display/vga.c, vmstate_vga_common',
    doc: 'A VGA adapter; its memory is not in the file.',
    fields: {
      ...REGISTERS,
      is_vbe_vmstate: { name: 'hasVbe' },
      vbe_regs: {
        doc: 'VBE: id, width, height, bits a pixel, enable, bank, virtual width and height, offsets.',
      },
    },
  },
  cirrus_vga: { source: 'QEMU hw/display/cirrus_vga.c, vmstate_cirrus_vga', fields: REGISTERS },
  vmware_vga_internal: {
    source: 'QEMU hw/display/vmware_vga.c, SVGA_SCRATCH_SIZE',
    fields: { scratch: { count: '0x8000' } },
  },
};
