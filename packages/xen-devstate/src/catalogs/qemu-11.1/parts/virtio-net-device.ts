// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, count, derived, field, list, optional, since } from '@bytewright/schema-dsl';
import { multiqueue, otherQueues } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  buffer,
  guestOffloadsIn,
  otherPairs,
  uint8,
  uint16,
  uint16Equal,
  uint32,
  uint64,
  version,
  vhostBackendState,
  virtioFeatures,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const VirtioNetQueueTxWaiting = vmstate(
  'virtio-net-queue-tx_waiting',
  { version: 0, type: 'VirtioNetQueueTxWaiting' },
  {
    txWaiting: uint32.wireName('tx_waiting'),
  },
);

export const VirtioNetVnet = vmstate(
  'virtio-net-vnet',
  { version: 0, type: 'VirtioNetVnet' },
  {
    hasVnetHdr: uint32.wireName('has_vnet_hdr'),
  },
);

export const VirtioNetUfo = vmstate(
  'virtio-net-ufo',
  { version: 0, type: 'VirtioNetUfo' },
  {
    hasUfo: uint8.wireName('has_ufo'),
  },
);

export const VirtioNetTxWaiting = vmstate(
  'virtio-net-tx_waiting',
  { version: 0, type: 'VirtioNetTxWaiting' },
  {
    queues: list(VirtioNetQueueTxWaiting, otherQueues).wireName('vqs_1'),
  },
).source('QEMU hw/net/virtio-net.c, virtio_net_tx_waiting_pre_save');

export const VirtioNetDeviceRss = vmstate(
  'virtio-net-device/rss',
  { version: 2, minimum: 1, type: 'VirtioNetDeviceRss' },
  {
    rssDataEnabled: bool.wireName('rss_data.enabled'),
    rssDataRedirect: bool.wireName('rss_data.redirect'),
    rssDataPopulateHash: bool.wireName('rss_data.populate_hash'),
    rssDataRuntimeHashTypes: uint32.wireName('rss_data.runtime_hash_types'),
    rssDataSupportedHashTypes: since(version, 2, uint32).wireName('rss_data.supported_hash_types'),
    rssDataIndirectionsLen: derived(uint16).wireName('rss_data.indirections_len'),
    rssDataDefaultQueue: uint16.wireName('rss_data.default_queue'),
    rssDataKey: list(uint8, 40).wireName('rss_data.key'),
    rssDataIndirectionsTable: list(uint16).wireName('rss_data.indirections_table'),
  },
).where(($) => [$.rssDataIndirectionsLen.is(count($.rssDataIndirectionsTable))]);

export const VirtioNetDeviceBackend = vmstate(
  'virtio-net-device/backend',
  { version: 0, minimum: 0, type: 'VirtioNetDeviceBackend' },
  {
    backend: vhostBackendState,
  },
).source('QEMU hw/net/virtio-net.c, vhost_user_net_save_state');

export const VirtioNetDevice = vmstate(
  'virtio-net-device',
  { version: 11, type: 'VirtioNetDevice' },
  {
    mac: list(uint8, 6),
    vqs: VirtioNetQueueTxWaiting,
    mergeableRxBufs: uint32.wireName('mergeable_rx_bufs'),
    status: uint16,
    promisc: uint8,
    allmulti: uint8,
    macTableInUse: derived(uint32).wireName('mac_table.in_use'),
    macTableMacs: buffer().wireName('mac_table.macs'),
    vlans: buffer(512),
    vnet: field(VirtioNetVnet).wireName('tmp'),
    macTableMultiOverflow: uint8.wireName('mac_table.multi_overflow'),
    macTableUniOverflow: uint8.wireName('mac_table.uni_overflow'),
    alluni: uint8,
    nomulti: uint8,
    nouni: uint8,
    nobcast: uint8,
    ufo: field(VirtioNetUfo).wireName('tmp'),
    maxQueuePairs: optional(uint16Equal).wireName('max_queue_pairs'),
    currQueuePairs: optional(uint16).wireName('curr_queue_pairs'),
    otherQueues: field(VirtioNetTxWaiting).wireName('tmp'),
    currGuestOffloads: optional(uint64).wireName('curr_guest_offloads'),
  },
  {
    'virtio-net-device/rss': VirtioNetDeviceRss,
    'virtio-net-device/backend': VirtioNetDeviceBackend,
  },
).where(($) => [
  $.macTableInUse.is(byteLength($.macTableMacs).div(6)),
  $.maxQueuePairs.presentWhen(multiqueue),
  $.currQueuePairs.presentWhen(multiqueue),
  $.otherQueues.with(otherQueues.of(otherPairs($.currQueuePairs))),
  $.currGuestOffloads.presentWhen(guestOffloadsIn(virtioFeatures).eq(1)),
]).source('QEMU hw/net/virtio-net.c, vmstate_virtio_net_device');
