// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioSoundDevice = vmstate(
  'virtio-sound-device',
  { version: 1, minimum: 1, type: 'VirtioSoundDevice' },
  {
    virtio: virtio('VirtioSoundVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/audio/virtio-snd.c');
