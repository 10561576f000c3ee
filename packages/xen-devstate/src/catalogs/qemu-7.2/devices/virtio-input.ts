import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioInput = vmstate(
  'virtio-input',
  { version: 1, minimum: 1, type: 'VirtioInput' },
  {
    virtio: buffer(hole('VirtioInput.virtio (virtio)', 'u32be')),
  },
);
