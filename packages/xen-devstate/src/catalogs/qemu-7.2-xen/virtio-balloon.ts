import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioBalloon = vmstate(
  'virtio-balloon',
  { version: 1, minimum: 1, type: 'VirtioBalloon' },
  {
    virtio: hole('virtio-balloon.virtio: virtio', 'node'),
  },
);
