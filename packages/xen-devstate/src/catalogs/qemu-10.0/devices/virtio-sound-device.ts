import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioSoundDevice = vmstate(
  'virtio-sound-device',
  { version: 1, minimum: 1, type: 'VirtioSoundDevice' },
  {
    virtio: buffer(hole('VirtioSoundDevice.virtio (virtio)', 'u32be')),
  },
);
