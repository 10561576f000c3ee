import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioRng = vmstate(
  'virtio-rng',
  { version: 1, minimum: 1, type: 'VirtioRng' },
  {
    virtio: buffer(hole('VirtioRng.virtio (virtio)', 'u32be')),
  },
);
