import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioGpu = vmstate(
  'virtio-gpu',
  { version: 1, minimum: 1, type: 'VirtioGpu' },
  {
    virtio: buffer(hole('VirtioGpu.virtio (virtio)', 'u32be')),
    virtioGpu: buffer(hole('VirtioGpu.virtioGpu (virtio-gpu)', 'u32be')).wireName('virtio-gpu'),
  },
);
