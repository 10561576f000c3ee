import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioIommu = vmstate(
  'virtio-iommu',
  { version: 2, minimum: 2, type: 'VirtioIommu' },
  {
    virtio: buffer(hole('VirtioIommu.virtio (virtio)', 'u32be')),
  },
);
