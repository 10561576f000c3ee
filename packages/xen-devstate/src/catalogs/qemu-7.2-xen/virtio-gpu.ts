import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioGpu = vmstate(
  'virtio-gpu',
  { version: 1, minimum: 1, type: 'VirtioGpu' },
  {
    virtio: hole('virtio-gpu.virtio: virtio', 'node'),
    virtioGpu: hole('virtio-gpu.virtioGpu: virtio-gpu', 'node').wireName('virtio-gpu'),
  },
);
