// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, int32, int64, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Replay = vmstate(
  'replay',
  { version: 3, minimum: 3, type: 'Replay' },
  {
    cachedClock: list(int64, 2).wireName('cached_clock'),
    currentIcount: uint64.wireName('current_icount'),
    instructionCount: int32.wireName('instruction_count'),
    currentEvent: uint32.wireName('current_event'),
    dataKind: uint32.wireName('data_kind'),
    hasUnreadData: bool.wireName('has_unread_data'),
    fileOffset: uint64.wireName('file_offset'),
    blockRequestId: uint64.wireName('block_request_id'),
    readEventId: uint64.wireName('read_event_id'),
  },
);
