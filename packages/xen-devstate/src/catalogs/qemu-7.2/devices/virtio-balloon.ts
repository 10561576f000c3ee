// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';
import { VirtioBalloonDevice } from '../parts/virtio-balloon-device.js';

export const VirtioBalloon = vmstate(
  'virtio-balloon',
  { version: 1, minimum: 1, type: 'VirtioBalloon' },
  {
    virtio: virtio('VirtioBalloonVirtio', { pciDevice: PCIDevice, common: Virtio, device: VirtioBalloonDevice }),
  },
).source('QEMU hw/virtio/virtio-balloon.c');
