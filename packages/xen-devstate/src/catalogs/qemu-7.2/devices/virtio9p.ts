// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const Virtio9p = vmstate(
  'virtio-9p',
  { version: 1, minimum: 1, type: 'Virtio9p' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/9pfs/virtio-9p-device.c');
