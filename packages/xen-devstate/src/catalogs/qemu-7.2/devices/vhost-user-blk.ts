// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VhostUserBlk = vmstate(
  'vhost-user-blk',
  { version: 1, minimum: 1, type: 'VhostUserBlk' },
  {
    virtio: virtio('VhostUserBlkVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/block/vhost-user-blk.c');
