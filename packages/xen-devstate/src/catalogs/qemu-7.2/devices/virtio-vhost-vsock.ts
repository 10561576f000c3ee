import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioVhostVsock = vmstate(
  'virtio-vhost_vsock',
  { version: 0, minimum: 0, type: 'VirtioVhostVsock' },
  {
    virtio: buffer(hole('VirtioVhostVsock.virtio (virtio)', 'u32be')),
  },
);
