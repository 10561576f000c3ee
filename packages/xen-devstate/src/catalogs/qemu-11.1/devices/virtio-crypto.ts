// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioCrypto = vmstate(
  'virtio-crypto',
  { version: 1, minimum: 1, type: 'VirtioCrypto' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/virtio/virtio-crypto.c');
