// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, uint16, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const BochsDisplay = vmstate(
  'bochs-display',
  { version: 0, minimum: 0, type: 'BochsDisplay' },
  {
    pciDevice: field(PCIDevice).wireName('pci'),
    vbeRegs: list(uint16, 10).wireName('vbe_regs'),
    bigEndianFb: bool.wireName('big_endian_fb'),
  },
);
