import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioMem = vmstate(
  'virtio-mem',
  { version: 1, minimum: 1, type: 'VirtioMem' },
  {
    virtio: hole('virtio-mem.virtio: virtio', 'node'),
  },
);
