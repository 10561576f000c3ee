// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../../qemu-7.2/parts/virtio-device.js';

export const VhostVdpaDevice = vmstate(
  'vhost-vdpa-device',
  { version: 1, minimum: 1, type: 'VhostVdpaDevice' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/virtio/vdpa-dev.c');
