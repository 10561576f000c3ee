// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, optional } from '@bytewright/schema-dsl';
import {
  buffer,
  int32,
  timer,
  uint16,
  uint32,
  uint64,
  version,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PcnetCore = vmstate(
  'pcnet',
  { version: 3, minimum: 2, type: 'PcnetCore' },
  {
    rap: int32,
    isr: int32,
    lnkst: int32,
    rdra: uint32,
    tdra: uint32,
    prom: buffer(16),
    csr: list(uint16, 128),
    bcr: list(uint16, 32),
    timer: uint64,
    xmitPos: int32.wireName('xmit_pos'),
    buffer: buffer(4096),
    unused: optional(buffer(4).wireType('unused_buffer')),
    txBusy: int32.wireName('tx_busy'),
    pollTimer: timer.wireName('poll_timer'),
  },
).where(($) => [$.unused.presentWhen(version.eq(2))]).source('QEMU hw/net/pcnet.c, is_version_2');

export const Pcnet = vmstate(
  'pcnet',
  { version: 3, minimum: 2, type: 'Pcnet' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    state: PcnetCore,
  },
).source('QEMU hw/net/pcnet.c, is_version_2');
