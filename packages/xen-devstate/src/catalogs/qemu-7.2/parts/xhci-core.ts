// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, optional } from '@bytewright/schema-dsl';
import { xhciInterrupters, xhciSlots } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  int64,
  morePorts,
  timer,
  uint8,
  uint32,
  uint64,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const XhciPort = vmstate(
  'xhci-port',
  { version: 1, type: 'XhciPort' },
  {
    portsc: uint32,
  },
);

export const XhciSlot = vmstate(
  'xhci-slot',
  { version: 1, type: 'XhciSlot' },
  {
    enabled: bool,
    addressed: bool,
  },
);

export const XhciEvent = vmstate(
  'xhci-event',
  { version: 1, type: 'XhciEvent' },
  {
    type: uint32,
    ccode: uint32,
    ptr: uint64,
    length: uint32,
    flags: uint32,
    slotid: uint8,
    epid: uint8,
  },
);

export const XhciIntr = vmstate(
  'xhci-intr',
  { version: 1, type: 'XhciIntr' },
  {
    iman: uint32,
    imod: uint32,
    erstsz: uint32,
    erstbaLow: uint32.wireName('erstba_low'),
    erstbaHigh: uint32.wireName('erstba_high'),
    erdpLow: uint32.wireName('erdp_low'),
    erdpHigh: uint32.wireName('erdp_high'),
    msixUsed: bool.wireName('msix_used'),
    erPcs: bool.wireName('er_pcs'),
    erStart: uint64.wireName('er_start'),
    erSize: uint32.wireName('er_size'),
    erEpIdx: uint32.wireName('er_ep_idx'),
    erFullUnused: bool.wireName('er_full_unused'),
    evBufferPut: optional(uint32).wireName('ev_buffer_put'),
    evBufferGet: optional(uint32).wireName('ev_buffer_get'),
    evBuffer: optional(list(XhciEvent, 5632)).wireName('ev_buffer'),
  },
).where(($) => [
  $.evBufferPut.presentWhen($.erFullUnused.ne(false)),
  $.evBufferGet.presentWhen($.erFullUnused.ne(false)),
  $.evBuffer.presentWhen($.erFullUnused.ne(false)),
]).source('QEMU hw/usb/hcd-xhci.c, xhci_er_full');

export const XhciRing = vmstate(
  'xhci-ring',
  { version: 1, type: 'XhciRing' },
  {
    dequeue: uint64,
    ccs: bool,
  },
);

export const XhciCore = vmstate(
  'xhci-core',
  { version: 1, type: 'XhciCore' },
  {
    ports: list(XhciPort, morePorts),
    slots: list(XhciSlot, xhciSlots),
    interrupters: list(XhciIntr, xhciInterrupters).wireName('intr'),
    usbcmd: uint32,
    usbsts: uint32,
    dnctrl: uint32,
    crcrLow: uint32.wireName('crcr_low'),
    crcrHigh: uint32.wireName('crcr_high'),
    dcbaapLow: uint32.wireName('dcbaap_low'),
    dcbaapHigh: uint32.wireName('dcbaap_high'),
    config: uint32,
    mfindexStart: int64.wireName('mfindex_start'),
    mfwrapTimer: timer.wireName('mfwrap_timer'),
    cmdRing: field(XhciRing).wireName('cmd_ring'),
  },
).source('QEMU hw/usb/hcd-xhci.c, vmstate_xhci');
