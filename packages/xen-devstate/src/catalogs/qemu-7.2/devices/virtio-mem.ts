// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Virtio } from '../parts/virtio.js';
import { VirtioMemDevice } from '../parts/virtio-mem-device.js';
import { VirtioOnPci } from '../parts/virtio-on-pci.js';

export const VirtioMem = vmstate(
  'virtio-mem',
  { version: 1, minimum: 1, type: 'VirtioMem' },
  {
    virtio: virtio('VirtioMemVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioMemDevice }),
  },
).source('QEMU hw/virtio/virtio-mem.c');
