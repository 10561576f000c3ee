// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioRng = vmstate(
  'virtio-rng',
  { version: 1, minimum: 1, type: 'VirtioRng' },
  {
    virtio: virtio('VirtioRngVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/virtio/virtio-rng.c');
