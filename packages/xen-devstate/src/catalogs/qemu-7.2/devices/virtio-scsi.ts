import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioScsi = vmstate(
  'virtio-scsi',
  { version: 1, minimum: 1, type: 'VirtioScsi' },
  {
    virtio: buffer(hole('VirtioScsi.virtio (virtio)', 'u32be')),
  },
);
