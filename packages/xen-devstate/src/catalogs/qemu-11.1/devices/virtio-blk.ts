// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, virtioBlkRequests, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioBlk = vmstate(
  'virtio-blk',
  { version: 2, minimum: 2, type: 'VirtioBlk' },
  {
    virtio: virtio('VirtioBlkVirtio', { onPci: VirtioOnPci, common: Virtio, device: virtioBlkRequests }),
  },
).source('QEMU hw/block/virtio-blk.c');
