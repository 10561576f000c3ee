import { bitmap, hole, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioMemDeviceSanityChecks } from '../parts/virtio-mem-device-sanity-checks.js';

export const VirtioMemDeviceEarly = vmstate(
  'virtio-mem-device-early',
  { version: 1, minimum: 1, type: 'VirtioMemDeviceEarly' },
  {
    tmp: VirtioMemDeviceSanityChecks,
    size: uint64,
    bitmap: bitmap(hole('VirtioMemDeviceEarly.bitmap', 'u32be')),
  },
);
