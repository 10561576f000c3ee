// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { queue, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VmbusGpadl = vmstate(
  'vmbus/gpadl',
  { version: 0, type: 'VmbusGpadl' },
  {
    id: uint32,
    childRelid: uint32.wireName('child_relid'),
    numGfns: derived(uint32).wireName('num_gfns'),
    seenGfns: uint32.wireName('seen_gfns'),
    gfns: list(uint64),
    state: uint8,
  },
).where(($) => [$.numGfns.is(count($.gfns))]);

export const VmbusHypervPostMessageInput = vmstate(
  'vmbus/hyperv_post_message_input',
  { version: 0, type: 'VmbusHypervPostMessageInput' },
  {
    payloadSize: uint32.wireName('payload_size'),
    payload: list(uint8, 240),
  },
);

export const VmbusRxQueue = vmstate(
  'vmbus/rx_queue',
  { version: 0, minimum: 0, type: 'VmbusRxQueue' },
  {
    rxQueueHead: uint8.wireName('rx_queue_head'),
    rxQueueSize: uint8.wireName('rx_queue_size'),
    rxQueue: list(VmbusHypervPostMessageInput, 16).wireName('rx_queue'),
  },
);

export const Vmbus = vmstate(
  'vmbus',
  { version: 0, type: 'Vmbus' },
  {
    state: uint8,
    version: uint32,
    targetVp: uint32.wireName('target_vp'),
    intPageGpa: uint64.wireName('int_page_gpa'),
    gpadlList: queue('VmbusGpadlElement', VmbusGpadl).wireName('gpadl_list'),
  },
  {
    'vmbus/rx_queue': VmbusRxQueue,
  },
).source('QEMU hw/hyperv/vmbus.c');

export const VmbusBridge = vmstate(
  'vmbus-bridge',
  { version: 0, minimum: 0, type: 'VmbusBridge' },
  {
    bus: Vmbus,
  },
);
