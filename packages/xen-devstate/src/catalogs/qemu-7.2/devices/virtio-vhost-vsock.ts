// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioVhostVsock = vmstate(
  'virtio-vhost_vsock',
  { version: 0, minimum: 0, type: 'VirtioVhostVsock' },
  {
    virtio: virtio('VhostVsockVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/virtio/vhost-vsock-common.c');
