import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Virtio9p = vmstate(
  'virtio-9p',
  { version: 1, minimum: 1, type: 'Virtio9p' },
  {
    virtio: buffer(hole('Virtio9p.virtio (virtio)', 'u32be')),
  },
);
