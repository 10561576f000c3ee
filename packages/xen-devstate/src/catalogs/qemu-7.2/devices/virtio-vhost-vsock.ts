// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioVhostVsock = vmstate(
  'virtio-vhost_vsock',
  { version: 0, minimum: 0, type: 'VirtioVhostVsock' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/virtio/vhost-vsock-common.c');
