// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, int32, uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Mptsas = vmstate(
  'mptsas',
  { version: 0, minimum: 0, type: 'Mptsas' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    msiInUse: bool.wireName('msi_in_use'),
    state: uint32,
    whoInit: uint8.wireName('who_init'),
    doorbellState: uint8.wireName('doorbell_state'),
    doorbellMsg: list(uint32, 256).wireName('doorbell_msg'),
    doorbellIdx: int32.wireName('doorbell_idx'),
    doorbellCnt: int32.wireName('doorbell_cnt'),
    doorbellReply: list(uint16, 256).wireName('doorbell_reply'),
    doorbellReplyIdx: int32.wireName('doorbell_reply_idx'),
    doorbellReplySize: int32.wireName('doorbell_reply_size'),
    diagnostic: uint32,
    diagnosticIdx: uint8.wireName('diagnostic_idx'),
    intrStatus: uint32.wireName('intr_status'),
    intrMask: uint32.wireName('intr_mask'),
    requestPost: list(uint32, 129).wireName('request_post'),
    requestPostHead: uint16.wireName('request_post_head'),
    requestPostTail: uint16.wireName('request_post_tail'),
    replyPost: list(uint32, 129).wireName('reply_post'),
    replyPostHead: uint16.wireName('reply_post_head'),
    replyPostTail: uint16.wireName('reply_post_tail'),
    replyFree: list(uint32, 129).wireName('reply_free'),
    replyFreeHead: uint16.wireName('reply_free_head'),
    replyFreeTail: uint16.wireName('reply_free_tail'),
    maxBuses: uint16.wireName('max_buses'),
    maxDevices: uint16.wireName('max_devices'),
    replyFrameSize: uint16.wireName('reply_frame_size'),
    hostMfaHighAddr: uint64.wireName('host_mfa_high_addr'),
    senseBufferHighAddr: uint64.wireName('sense_buffer_high_addr'),
  },
);
