// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, since } from '@bytewright/schema-dsl';
import { bool, int32, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PS2CommonState } from '../parts/ps2-common-state.js';

export const Ps2kbdLedstate = vmstate(
  'ps2kbd/ledstate',
  { version: 3, minimum: 2, type: 'Ps2kbdLedstate' },
  {
    ledstate: int32,
  },
);

export const Ps2kbdNeedHighBit = vmstate(
  'ps2kbd/need_high_bit',
  { version: 1, minimum: 1, type: 'Ps2kbdNeedHighBit' },
  {
    needHighBit: bool.wireName('need_high_bit'),
  },
);

export const Ps2kbdCommandReplyQueue = vmstate(
  'ps2kbd/command_reply_queue',
  { version: 0, minimum: 0, type: 'Ps2kbdCommandReplyQueue' },
  {
    queueCwptr: int32.wireName('parent_obj.queue.cwptr'),
  },
);

export const Ps2kbd = vmstate(
  'ps2kbd',
  { version: 3, minimum: 2, type: 'Ps2kbd' },
  {
    parentObj: field(PS2CommonState).wireName('parent_obj'),
    scanEnabled: int32.wireName('scan_enabled'),
    translate: int32,
    scancodeSet: since(version, 3, int32).wireName('scancode_set'),
  },
  {
    'ps2kbd/ledstate': Ps2kbdLedstate,
    'ps2kbd/need_high_bit': Ps2kbdNeedHighBit,
    'ps2kbd/command_reply_queue': Ps2kbdCommandReplyQueue,
  },
);
