import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioGpuBlob = vmstate(
  'virtio-gpu/blob',
  { version: 1, minimum: 1, type: 'VirtioGpuBlob' },
  {
    virtioGpuBlob: buffer(hole('VirtioGpuBlob.virtioGpuBlob (blob)', 'u32be')).wireName('virtio-gpu/blob'),
  },
);

export const VirtioGpu = vmstate(
  'virtio-gpu',
  { version: 1, minimum: 1, type: 'VirtioGpu' },
  {
    virtio: buffer(hole('VirtioGpu.virtio (virtio)', 'u32be')),
    virtioGpu: buffer(hole('VirtioGpu.virtioGpu (virtio-gpu)', 'u32be')).wireName('virtio-gpu'),
  },
  {
    'virtio-gpu/blob': VirtioGpuBlob,
  },
);
