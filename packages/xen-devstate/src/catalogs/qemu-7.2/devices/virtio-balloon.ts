import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioBalloon = vmstate(
  'virtio-balloon',
  { version: 1, minimum: 1, type: 'VirtioBalloon' },
  {
    virtio: buffer(hole('VirtioBalloon.virtio (virtio)', 'u32be')),
  },
);
