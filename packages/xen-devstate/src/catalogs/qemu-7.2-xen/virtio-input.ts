import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioInput = vmstate(
  'virtio-input',
  { version: 1, minimum: 1, type: 'VirtioInput' },
  {
    virtio: hole('virtio-input.virtio: virtio', 'node'),
  },
);
