import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VhostUserBlk = vmstate(
  'vhost-user-blk',
  { version: 1, minimum: 1, type: 'VhostUserBlk' },
  {
    virtio: buffer(hole('VhostUserBlk.virtio (virtio)', 'u32be')),
  },
);
