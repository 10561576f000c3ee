// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import {
  bool,
  int64,
  msixVectors,
  msixVectorsIn,
  timer,
  uint8,
  uint16,
  uint32,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const IgbIntrTimer = vmstate(
  'igb-intr-timer',
  { version: 1, type: 'IgbIntrTimer' },
  {
    timer: timer,
    running: bool,
  },
);

export const IgbTxCtx = vmstate(
  'igb-tx-ctx',
  { version: 1, type: 'IgbTxCtx' },
  {
    vlanMacipLens: uint32.wireName('vlan_macip_lens'),
    seqnumSeed: uint32.wireName('seqnum_seed'),
    typeTucmdMlhl: uint32.wireName('type_tucmd_mlhl'),
    mssL4lenIdx: uint32.wireName('mss_l4len_idx'),
  },
);

export const IgbTx = vmstate(
  'igb-tx',
  { version: 2, type: 'IgbTx' },
  {
    ctx: list(IgbTxCtx, 2),
    firstCmdTypeLen: uint32.wireName('first_cmd_type_len'),
    firstOlinfoStatus: uint32.wireName('first_olinfo_status'),
    first: bool,
    skipCp: bool.wireName('skip_cp'),
  },
);

export const Igb = vmstate(
  'igb',
  { version: 1, minimum: 1, type: 'Igb' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    ioaddr: uint32,
    coreRxDescLen: uint8.wireName('core.rx_desc_len'),
    coreEeprom: list(uint16, 1024).wireName('core.eeprom'),
    corePhy: list(uint16, 32).wireName('core.phy'),
    coreMac: list(uint32, 32768).wireName('core.mac'),
    corePermanentMac: list(uint8, 6).wireName('core.permanent_mac'),
    coreEitr: list(IgbIntrTimer, 25).wireName('core.eitr'),
    coreEitrGuestValue: list(uint32, 25).wireName('core.eitr_guest_value'),
    coreTx: list(IgbTx, 16).wireName('core.tx'),
    coreTimadj: int64.wireName('core.timadj'),
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]);
