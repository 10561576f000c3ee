import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioConsole = vmstate(
  'virtio-console',
  { version: 3, minimum: 3, type: 'VirtioConsole' },
  {
    virtio: buffer(hole('VirtioConsole.virtio (virtio)', 'u32be')),
  },
);
