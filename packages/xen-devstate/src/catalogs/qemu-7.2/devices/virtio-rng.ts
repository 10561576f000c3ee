// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioRng = vmstate(
  'virtio-rng',
  { version: 1, minimum: 1, type: 'VirtioRng' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/virtio/virtio-rng.c');
