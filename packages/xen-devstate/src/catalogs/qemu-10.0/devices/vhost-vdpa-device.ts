// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Virtio } from '../../qemu-7.2/parts/virtio.js';

export const VhostVdpaDevice = vmstate(
  'vhost-vdpa-device',
  { version: 1, minimum: 1, type: 'VhostVdpaDevice' },
  {
    virtio: virtio('VhostVdpaVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/virtio/vdpa-dev.c');
