// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioNet = vmstate(
  'virtio-net',
  { version: 11, minimum: 11, type: 'VirtioNet' },
  {
    virtio: buffer(hole('VirtioNet.virtio (virtio)', 'u32be')),
  },
);
