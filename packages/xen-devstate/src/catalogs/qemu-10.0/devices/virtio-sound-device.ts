// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Virtio } from '../../qemu-7.2/parts/virtio.js';

export const VirtioSoundDevice = vmstate(
  'virtio-sound-device',
  { version: 1, minimum: 1, type: 'VirtioSoundDevice' },
  {
    virtio: virtio('VirtioSoundVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/audio/virtio-snd.c');
