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
import { PCIDevice } from '../parts/pcidevice.js';

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
    srIndex: uint8.wireName('sr_index'),
    sr: buffer(8),
    grIndex: uint8.wireName('gr_index'),
    gr: buffer(16),
    arIndex: uint8.wireName('ar_index'),
    ar: buffer(21),
    arFlipFlop: int32.wireName('ar_flip_flop'),
    crIndex: uint8.wireName('cr_index'),
    cr: buffer(256),
    msr: uint8,
    fcr: uint8,
    st00: uint8,
    st01: uint8,
    dacState: uint8.wireName('dac_state'),
    dacSubIndex: uint8.wireName('dac_sub_index'),
    dacReadIndex: uint8.wireName('dac_read_index'),
    dacWriteIndex: uint8.wireName('dac_write_index'),
    dacCache: buffer(3).wireName('dac_cache'),
    palette: buffer(768),
    bankOffset: int32.wireName('bank_offset'),
    isVbeVmstate: uint8Equal.wireName('is_vbe_vmstate'),
    vbeIndex: uint16.wireName('vbe_index'),
    vbeRegs: list(uint16, 10).wireName('vbe_regs'),
    vbeStartAddr: uint32.wireName('vbe_start_addr'),
    vbeLineOffset: uint32.wireName('vbe_line_offset'),
    vbeBankMask: uint32.wireName('vbe_bank_mask'),
  },
  {
    'vga.endian': VgaEndian,
  },
);

export const Vga = vmstate(
  'vga',
  { version: 2, minimum: 2, type: 'Vga' },
  {
    dev: PCIDevice,
    vga: VgaCore,
  },
);
