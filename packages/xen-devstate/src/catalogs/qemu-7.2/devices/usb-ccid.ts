// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { buffer, uint8, uint32, uint64, unused, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CCIDAnswerState = vmstate(
  'CCID Answer state',
  { version: 1, type: 'CCIDAnswerState' },
  {
    slot: uint8,
    seq: uint8,
  },
);

export const CCIDBulkInState = vmstate(
  'CCID BulkIn state',
  { version: 1, type: 'CCIDBulkInState' },
  {
    data: buffer(384),
    len: uint32,
    pos: uint32,
  },
);

export const UsbDevice2 = vmstate(
  'usb_device',
  { version: 1, type: 'UsbDevice2' },
  {
    addr: uint8,
    setupBuf: buffer(8).wireName('setup_buf'),
    dataBuf: buffer(4096).wireName('data_buf'),
  },
);

export const UsbCcid = vmstate(
  'usb-ccid',
  { version: 1, minimum: 1, type: 'UsbCcid' },
  {
    dev: UsbDevice2,
    debug: uint8,
    bulkOutData: buffer(65536).wireName('bulk_out_data'),
    bulkOutPos: uint32.wireName('bulk_out_pos'),
    bmSlotICCState: uint8,
    powered: uint8,
    notifySlotChange: uint8.wireName('notify_slot_change'),
    lastAnswerError: uint64.wireName('last_answer_error'),
    bError: uint8,
    bmCommandStatus: uint8,
    bProtocolNum: uint8,
    abProtocolDataStructureData: buffer(7).wireName('abProtocolDataStructure.data'),
    ulProtocolDataStructureSize: uint32,
    bulkInPending: list(CCIDBulkInState, 8).wireName('bulk_in_pending'),
    bulkInPendingStart: uint32.wireName('bulk_in_pending_start'),
    bulkInPendingEnd: uint32.wireName('bulk_in_pending_end'),
    pendingAnswers: list(CCIDAnswerState, 128).wireName('pending_answers'),
    pendingAnswersNum: uint32.wireName('pending_answers_num'),
    unused: unused(1),
    stateVmstate: uint32.wireName('state_vmstate'),
  },
);
