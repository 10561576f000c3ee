// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { struct } from '@bytewright/schema-dsl';
import { virtioGpuBlobs, virtioGpuResources, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../../qemu-7.2/parts/virtio-device.js';
import { VirtioGpuScanouts } from './virtio-gpu-scanouts.js';

export const VirtioGpuBlob = vmstate(
  'virtio-gpu/blob',
  { version: 1, minimum: 1, type: 'VirtioGpuBlob' },
  {
    blobs: virtioGpuBlobs.wireName('virtio-gpu/blob'),
  },
).source('QEMU hw/display/virtio-gpu.c, virtio_gpu_blob_save');

export const VirtioGpu = vmstate(
  'virtio-gpu',
  { version: 1, minimum: 1, type: 'VirtioGpu' },
  {
    virtio: VirtioDevice,
    gpu: struct('VirtioGpuState', { resources: virtioGpuResources, scanouts: VirtioGpuScanouts }).wireName('virtio-gpu'),
  },
  {
    'virtio-gpu/blob': VirtioGpuBlob,
  },
).source('QEMU hw/display/virtio-gpu.c, virtio_gpu_save');
