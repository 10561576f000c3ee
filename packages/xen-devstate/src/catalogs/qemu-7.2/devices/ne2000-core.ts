// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { since } from '@bytewright/schema-dsl';
import { buffer, uint8, uint16, uint32, unused, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Ne2000Core = vmstate(
  'ne2000',
  { version: 2, minimum: 1, type: 'Ne2000Core' },
  {
    rxcr: since(version, 2, uint8),
    cmd: uint8,
    start: uint32,
    stop: uint32,
    boundary: uint8,
    tsr: uint8,
    tpsr: uint8,
    tcnt: uint16,
    rcnt: uint16,
    rsar: uint32,
    rsr: uint8,
    isr: uint8,
    dcfg: uint8,
    imr: uint8,
    phys: buffer(6),
    curpag: uint8,
    mult: buffer(8),
    unused: unused(4),
    mem: buffer(49152),
  },
);
