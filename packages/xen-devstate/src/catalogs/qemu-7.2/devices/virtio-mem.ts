import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioMem = vmstate(
  'virtio-mem',
  { version: 1, minimum: 1, type: 'VirtioMem' },
  {
    virtio: buffer(hole('VirtioMem.virtio (virtio)', 'u32be')),
  },
);
