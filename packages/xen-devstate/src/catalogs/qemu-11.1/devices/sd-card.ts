// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { sdGroupWords } from '@bytewright/xen-devstate/machine-parameters';
import {
  bitmap,
  bool,
  buffer,
  int32,
  timer,
  uint8,
  uint16,
  uint32,
  uint64,
  unused,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const SdCardOcrState = vmstate(
  'sd-card/ocr-state',
  { version: 1, minimum: 1, type: 'SdCardOcrState' },
  {
    ocr: uint32,
    ocrPowerTimer: timer.wireName('ocr_power_timer'),
  },
);

export const SdCardExtCsdModesState = vmstate(
  'sd-card/ext_csd_modes-state',
  { version: 1, minimum: 1, type: 'SdCardExtCsdModesState' },
  {
    extCsdRw: list(uint8, 192).wireName('ext_csd_rw'),
  },
);

export const SdCardExtCsdModesState2 = vmstate(
  'sd-card/ext_csd_modes-state',
  { version: 1, minimum: 1, type: 'SdCardExtCsdModesState2' },
  {
    rpmbResultKeyMac: list(uint8, 32).wireName('rpmb.result.key_mac'),
    rpmbResultData: list(uint8, 256).wireName('rpmb.result.data'),
    rpmbResultNonce: list(uint8, 16).wireName('rpmb.result.nonce'),
    rpmbResultWriteCounter: uint32.wireName('rpmb.result.write_counter'),
    rpmbResultAddress: uint16.wireName('rpmb.result.address'),
    rpmbResultBlockCount: uint16.wireName('rpmb.result.block_count'),
    rpmbResultResult: uint16.wireName('rpmb.result.result'),
    rpmbResultReqResp: uint16.wireName('rpmb.result.req_resp'),
    rpmbWriteCounter: uint32.wireName('rpmb.write_counter'),
    rpmbKey: list(uint8, 32).wireName('rpmb.key'),
    rpmbKeySet: uint8.wireName('rpmb.key_set'),
  },
);

export const SdCard = vmstate(
  'sd-card',
  { version: 2, minimum: 2, type: 'SdCard' },
  {
    unused: unused(4),
    state: int32,
    cid: list(uint8, 16),
    csd: list(uint8, 16),
    rca: uint16,
    cardStatus: uint32.wireName('card_status'),
    sdStatus: buffer(1).wireName('sd_status'),
    vhs: uint32,
    wpGroupBmap: bitmap(sdGroupWords).wireName('wp_group_bmap'),
    blkLen: uint32.wireName('blk_len'),
    multiBlkCnt: uint32.wireName('multi_blk_cnt'),
    eraseStart: uint32.wireName('erase_start'),
    eraseEnd: uint32.wireName('erase_end'),
    pwd: list(uint8, 16),
    pwdLen: uint32.wireName('pwd_len'),
    functionGroup: list(uint8, 6).wireName('function_group'),
    currentCmd: uint8.wireName('current_cmd'),
    expectingAcmd: bool.wireName('expecting_acmd'),
    blkWritten: uint32.wireName('blk_written'),
    dataStart: uint64.wireName('data_start'),
    dataOffset: uint32.wireName('data_offset'),
    data: list(uint8, 512),
    unused2: unused(512).wireName('unused'),
    unused3: unused(1).wireName('unused'),
  },
  {
    'sd-card/ocr-state': SdCardOcrState,
    'sd-card/ext_csd_modes-state': SdCardExtCsdModesState,
  },
).source('QEMU hw/sd/sd.c, sd_vmstate: a bit for each 2 MiB, and one more');
