import { optional } from '@bytewright/schema-dsl';
import { bitmap, hole, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioMemDeviceSanityChecks } from '../parts/virtio-mem-device-sanity-checks.js';

export const VirtioMemDevice = vmstate(
  'virtio-mem-device',
  { version: 1, minimum: 1, type: 'VirtioMemDevice' },
  {
    tmp: optional(VirtioMemDeviceSanityChecks),
    usableRegionSize: uint64.wireName('usable_region_size'),
    size: optional(uint64),
    requestedSize: uint64.wireName('requested_size'),
    bitmap: optional(bitmap(hole('VirtioMemDevice.bitmap', 'u32be'))),
  },
).where(($) => [
  $.tmp.presentWhen(hole('VirtioMemDevice.tmp', 'bool')),
  $.size.presentWhen(hole('VirtioMemDevice.size', 'bool')),
  $.bitmap.presentWhen(hole('VirtioMemDevice.bitmap', 'bool')),
]);
