// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioIommuDevice } from '../../qemu-7.2/parts/virtio-iommu-device.js';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioIommu = vmstate(
  'virtio-iommu',
  { version: 2, minimum: 2, type: 'VirtioIommu' },
  {
    virtio: virtio('VirtioIommuVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioIommuDevice }),
  },
).source('QEMU hw/virtio/virtio-iommu.c');
