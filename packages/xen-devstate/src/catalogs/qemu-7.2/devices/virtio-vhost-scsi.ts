import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioVhostScsi = vmstate(
  'virtio-vhost_scsi',
  { version: 1, minimum: 1, type: 'VirtioVhostScsi' },
  {
    virtio: buffer(hole('VirtioVhostScsi.virtio (virtio)', 'u32be')),
  },
);
