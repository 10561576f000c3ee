// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { Virtio } from '../parts/virtio.js';
import { VirtioNetDevice } from '../parts/virtio-net-device.js';

export const VirtioNet = vmstate(
  'virtio-net',
  { version: 11, minimum: 11, type: 'VirtioNet' },
  {
    virtio: virtio('VirtioNetVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioNetDevice }),
  },
).source('QEMU hw/net/virtio-net.c');
