import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioNet = vmstate(
  'virtio-net',
  { version: 11, minimum: 11, type: 'VirtioNet' },
  {
    virtio: hole('virtio-net.virtio: virtio', 'node'),
  },
);
