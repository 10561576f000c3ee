import { hole, vmstate } from '../../vmstate/index.js';

export const Virtio9p = vmstate(
  'virtio-9p',
  { version: 1, minimum: 1, type: 'Virtio9p' },
  {
    virtio: hole('virtio-9p.virtio: virtio', 'node'),
  },
);
