// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VmbusChannel = vmstate(
  'vmbus/channel',
  { version: 0, type: 'VmbusChannel' },
  {
    id: uint32,
    subchanIdx: uint16.wireName('subchan_idx'),
    openId: uint32.wireName('open_id'),
    targetVp: uint32.wireName('target_vp'),
    ringbufGpadl: uint32.wireName('ringbuf_gpadl'),
    ringbufSendOffset: uint32.wireName('ringbuf_send_offset'),
    offerState: uint8.wireName('offer_state'),
    state: uint8,
  },
);

export const VmbusDev = vmstate(
  'vmbus-dev',
  { version: 0, minimum: 0, type: 'VmbusDev' },
  {
    instanceidData: list(uint8, 16).wireName('instanceid.data'),
    numChannels: derived(uint16).wireName('num_channels'),
    channels: list(VmbusChannel),
  },
).where(($) => [$.numChannels.is(count($.channels))]);
