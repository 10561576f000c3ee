import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioRng = vmstate(
  'virtio-rng',
  { version: 1, minimum: 1, type: 'VirtioRng' },
  {
    virtio: hole('virtio-rng.virtio: virtio', 'node'),
  },
);
