// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32, uint8, uint16, vmstate } from '@bytewright/xen-devstate/vmstate';

export const DmaRegs = vmstate(
  'dma_regs',
  { version: 1, type: 'DmaRegs' },
  {
    now: list(int32, 2),
    base: list(uint16, 2),
    mode: uint8,
    page: uint8,
    pageh: uint8,
    dack: uint8,
    eop: uint8,
  },
);

export const Dma = vmstate(
  'dma',
  { version: 1, minimum: 1, type: 'Dma' },
  {
    command: uint8,
    mask: uint8,
    flipFlop: uint8.wireName('flip_flop'),
    dshift: int32,
    regs: list(DmaRegs, 4),
  },
);
