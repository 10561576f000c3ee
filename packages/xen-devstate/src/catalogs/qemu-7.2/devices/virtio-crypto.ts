import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioCrypto = vmstate(
  'virtio-crypto',
  { version: 1, minimum: 1, type: 'VirtioCrypto' },
  {
    virtio: buffer(hole('VirtioCrypto.virtio (virtio)', 'u32be')),
  },
);
