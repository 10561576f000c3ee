// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, optional } from '@bytewright/schema-dsl';
import { timeAdjust } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  int8,
  int64,
  msixVectors,
  msixVectorsIn,
  timer,
  uint8,
  uint16,
  uint32,
  unused,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const E1000eIntrTimer = vmstate(
  'e1000e-intr-timer',
  { version: 1, type: 'E1000eIntrTimer' },
  {
    timer: timer,
    running: bool,
  },
);

export const E1000eTx = vmstate(
  'e1000e-tx',
  { version: 1, type: 'E1000eTx' },
  {
    sumNeeded: uint8.wireName('sum_needed'),
    propsIpcss: uint8.wireName('props.ipcss'),
    propsIpcso: uint8.wireName('props.ipcso'),
    propsIpcse: uint16.wireName('props.ipcse'),
    propsTucss: uint8.wireName('props.tucss'),
    propsTucso: uint8.wireName('props.tucso'),
    propsTucse: uint16.wireName('props.tucse'),
    propsHdrLen: uint8.wireName('props.hdr_len'),
    propsMss: uint16.wireName('props.mss'),
    propsPaylen: uint32.wireName('props.paylen'),
    propsIp: int8.wireName('props.ip'),
    propsTcp: int8.wireName('props.tcp'),
    propsTse: bool.wireName('props.tse'),
    cptse: bool,
    skipCp: bool.wireName('skip_cp'),
  },
);

export const E1000e = vmstate(
  'e1000e',
  { version: 1, minimum: 1, type: 'E1000e' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    ioaddr: uint32,
    coreRxbufMinShift: uint32.wireName('core.rxbuf_min_shift'),
    coreRxDescLen: uint8.wireName('core.rx_desc_len'),
    coreRxbufSizes: list(uint32, 4).wireName('core.rxbuf_sizes'),
    coreRxDescBufSize: uint32.wireName('core.rx_desc_buf_size'),
    coreEeprom: list(uint16, 64).wireName('core.eeprom'),
    corePhy: list(uint16, 224).wireName('core.phy'),
    coreMac: list(uint32, 32768).wireName('core.mac'),
    corePermanentMac: list(uint8, 6).wireName('core.permanent_mac'),
    coreDelayedCauses: uint32.wireName('core.delayed_causes'),
    subsys: uint16,
    subsysVen: uint16.wireName('subsys_ven'),
    coreRdtr: field(E1000eIntrTimer).wireName('core.rdtr'),
    coreRadv: field(E1000eIntrTimer).wireName('core.radv'),
    coreRaid: field(E1000eIntrTimer).wireName('core.raid'),
    coreTadv: field(E1000eIntrTimer).wireName('core.tadv'),
    coreTidv: field(E1000eIntrTimer).wireName('core.tidv'),
    coreItr: field(E1000eIntrTimer).wireName('core.itr'),
    unused: unused(1),
    coreEitr: list(E1000eIntrTimer, 5).wireName('core.eitr'),
    unused2: unused(5).wireName('unused'),
    coreItrGuestValue: uint32.wireName('core.itr_guest_value'),
    coreEitrGuestValue: list(uint32, 5).wireName('core.eitr_guest_value'),
    coreVet: uint16.wireName('core.vet'),
    coreTx: list(E1000eTx, 2).wireName('core.tx'),
    coreTimadj: optional(int64).wireName('core.timadj'),
  },
).where(($) => [
  $.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config))),
  $.coreTimadj.presentWhen(timeAdjust),
]).source('QEMU hw/net/e1000e.c, e1000e_migrate_timadj');
