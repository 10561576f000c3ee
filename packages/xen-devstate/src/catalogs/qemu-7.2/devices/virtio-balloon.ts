// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Virtio } from '../parts/virtio.js';
import { VirtioBalloonDevice } from '../parts/virtio-balloon-device.js';
import { VirtioOnPci } from '../parts/virtio-on-pci.js';

export const VirtioBalloon = vmstate(
  'virtio-balloon',
  { version: 1, minimum: 1, type: 'VirtioBalloon' },
  {
    virtio: virtio('VirtioBalloonVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioBalloonDevice }),
  },
).source('QEMU hw/virtio/virtio-balloon.c');
