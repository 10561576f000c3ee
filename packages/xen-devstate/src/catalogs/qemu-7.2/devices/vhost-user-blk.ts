// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VhostUserBlk = vmstate(
  'vhost-user-blk',
  { version: 1, minimum: 1, type: 'VhostUserBlk' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/block/vhost-user-blk.c');
