// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../../qemu-7.2/parts/virtio-device.js';

export const VirtioSoundDevice = vmstate(
  'virtio-sound-device',
  { version: 1, minimum: 1, type: 'VirtioSoundDevice' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/audio/virtio-snd.c');
