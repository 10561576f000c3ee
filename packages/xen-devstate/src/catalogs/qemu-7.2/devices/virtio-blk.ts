import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioBlk = vmstate(
  'virtio-blk',
  { version: 2, minimum: 2, type: 'VirtioBlk' },
  {
    virtio: buffer(hole('VirtioBlk.virtio (virtio)', 'u32be')),
  },
);
