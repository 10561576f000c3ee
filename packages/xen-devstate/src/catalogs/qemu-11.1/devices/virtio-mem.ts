// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { VirtioMemDevice } from '../../qemu-10.0/parts/virtio-mem-device.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioMem = vmstate(
  'virtio-mem',
  { version: 1, minimum: 1, type: 'VirtioMem' },
  {
    virtio: virtio('VirtioMemVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioMemDevice }),
  },
).source('QEMU hw/virtio/virtio-mem.c');
