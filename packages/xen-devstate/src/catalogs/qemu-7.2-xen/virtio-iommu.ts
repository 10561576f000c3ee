import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioIommu = vmstate(
  'virtio-iommu',
  { version: 2, minimum: 2, type: 'VirtioIommu' },
  {
    virtio: hole('virtio-iommu.virtio: virtio', 'node'),
  },
);
