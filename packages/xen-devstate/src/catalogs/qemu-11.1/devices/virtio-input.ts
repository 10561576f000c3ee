// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioInput = vmstate(
  'virtio-input',
  { version: 1, minimum: 1, type: 'VirtioInput' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/input/virtio-input.c');
