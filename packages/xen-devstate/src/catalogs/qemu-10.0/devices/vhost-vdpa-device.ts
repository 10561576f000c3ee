import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VhostVdpaDevice = vmstate(
  'vhost-vdpa-device',
  { version: 1, minimum: 1, type: 'VhostVdpaDevice' },
  {
    virtio: buffer(hole('VhostVdpaDevice.virtio (virtio)', 'u32be')),
  },
);
