import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioConsole = vmstate(
  'virtio-console',
  { version: 3, minimum: 3, type: 'VirtioConsole' },
  {
    virtio: hole('virtio-console.virtio: virtio', 'node'),
  },
);
