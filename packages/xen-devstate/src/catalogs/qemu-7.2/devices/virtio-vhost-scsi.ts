// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioVhostScsi = vmstate(
  'virtio-vhost_scsi',
  { version: 1, minimum: 1, type: 'VirtioVhostScsi' },
  {
    virtio: buffer(hole('VirtioVhostScsi.virtio (virtio)', 'u32be')),
  },
);
