// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { asNumber } from '@bytewright/schema-dsl';
import { inflightSize } from '@bytewright/xen-devstate/machine-parameters';
import { buffer, uint16, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VhostInflightRegionBuffer = vmstate(
  'vhost-inflight-region/buffer',
  { version: 0, minimum: 0, type: 'VhostInflightRegionBuffer' },
  {
    buffer: buffer(inflightSize).wireName('addr'),
  },
).source('QEMU hw/virtio/vhost.c, vmstate_vhost_inflight_region_buffer');

export const VhostInflightRegion = vmstate(
  'vhost-inflight-region',
  { version: 0, type: 'VhostInflightRegion' },
  {
    size: asNumber(uint64),
    queueSize: uint16.wireName('queue_size'),
  },
  {
    'vhost-inflight-region/buffer': VhostInflightRegionBuffer,
  },
).where(($) => [$.subsections.with(inflightSize.of($.size))]).source('QEMU hw/virtio/vhost.c, vmstate_vhost_inflight_region');

export const VhostUserBlkInflight = vmstate(
  'vhost-user-blk/inflight',
  { version: 1, minimum: 1, type: 'VhostUserBlkInflight' },
  {
    inflight: VhostInflightRegion,
  },
);

export const VhostUserBlk = vmstate(
  'vhost-user-blk',
  { version: 1, minimum: 1, type: 'VhostUserBlk' },
  {
    virtio: VirtioDevice,
  },
  {
    'vhost-user-blk/inflight': VhostUserBlkInflight,
  },
).source('QEMU hw/block/vhost-user-blk.c');
