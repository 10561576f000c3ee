// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioInput = vmstate(
  'virtio-input',
  { version: 1, minimum: 1, type: 'VirtioInput' },
  {
    virtio: virtio('VirtioInputVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/input/virtio-input.c');
