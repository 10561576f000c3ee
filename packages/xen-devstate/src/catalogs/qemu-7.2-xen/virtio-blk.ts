import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioBlk = vmstate(
  'virtio-blk',
  { version: 2, minimum: 2, type: 'VirtioBlk' },
  {
    virtio: hole('virtio-blk.virtio: virtio', 'node'),
  },
);
