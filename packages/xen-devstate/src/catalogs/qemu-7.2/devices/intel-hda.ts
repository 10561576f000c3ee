// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { int64, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const IntelHdaStream = vmstate(
  'intel-hda-stream',
  { version: 1, type: 'IntelHdaStream' },
  {
    ctl: uint32,
    lpib: uint32,
    cbl: uint32,
    lvi: uint32,
    fmt: uint32,
    bdlpLbase: uint32.wireName('bdlp_lbase'),
    bdlpUbase: uint32.wireName('bdlp_ubase'),
  },
);

export const IntelHda = vmstate(
  'intel-hda',
  { version: 1, minimum: 1, type: 'IntelHda' },
  {
    pciDevice: field(PCIDevice).wireName('pci'),
    gCtl: uint32.wireName('g_ctl'),
    wakeEn: uint32.wireName('wake_en'),
    stateSts: uint32.wireName('state_sts'),
    intCtl: uint32.wireName('int_ctl'),
    intSts: uint32.wireName('int_sts'),
    wallClk: uint32.wireName('wall_clk'),
    corbLbase: uint32.wireName('corb_lbase'),
    corbUbase: uint32.wireName('corb_ubase'),
    corbRp: uint32.wireName('corb_rp'),
    corbWp: uint32.wireName('corb_wp'),
    corbCtl: uint32.wireName('corb_ctl'),
    corbSts: uint32.wireName('corb_sts'),
    corbSize: uint32.wireName('corb_size'),
    rirbLbase: uint32.wireName('rirb_lbase'),
    rirbUbase: uint32.wireName('rirb_ubase'),
    rirbWp: uint32.wireName('rirb_wp'),
    rirbCnt: uint32.wireName('rirb_cnt'),
    rirbCtl: uint32.wireName('rirb_ctl'),
    rirbSts: uint32.wireName('rirb_sts'),
    rirbSize: uint32.wireName('rirb_size'),
    dpLbase: uint32.wireName('dp_lbase'),
    dpUbase: uint32.wireName('dp_ubase'),
    icw: uint32,
    irr: uint32,
    ics: uint32,
    st: list(IntelHdaStream, 8),
    rirbCount: uint32.wireName('rirb_count'),
    wallBaseNs: int64.wireName('wall_base_ns'),
  },
);
