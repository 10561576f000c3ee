import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioCrypto = vmstate(
  'virtio-crypto',
  { version: 1, minimum: 1, type: 'VirtioCrypto' },
  {
    virtio: hole('virtio-crypto.virtio: virtio', 'node'),
  },
);
