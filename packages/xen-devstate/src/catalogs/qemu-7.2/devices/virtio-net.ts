import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioNet = vmstate(
  'virtio-net',
  { version: 11, minimum: 11, type: 'VirtioNet' },
  {
    virtio: buffer(hole('VirtioNet.virtio (virtio)', 'u32be')),
  },
);
