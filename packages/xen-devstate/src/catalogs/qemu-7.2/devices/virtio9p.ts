// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const Virtio9p = vmstate(
  'virtio-9p',
  { version: 1, minimum: 1, type: 'Virtio9p' },
  {
    virtio: virtio('Virtio9pVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/9pfs/virtio-9p-device.c');
