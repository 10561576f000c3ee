import { bitmap, hole, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioMemDeviceSanityChecks = vmstate(
  'virtio-mem-device/sanity-checks',
  { version: 0, type: 'VirtioMemDeviceSanityChecks' },
  {
    addr: uint64,
    regionSize: uint64.wireName('region_size'),
    blockSize: uint64.wireName('block_size'),
    node: uint32,
  },
);

export const VirtioMemDevice = vmstate(
  'virtio-mem-device',
  { version: 1, minimum: 1, type: 'VirtioMemDevice' },
  {
    tmp: VirtioMemDeviceSanityChecks,
    usableRegionSize: uint64.wireName('usable_region_size'),
    size: uint64,
    requestedSize: uint64.wireName('requested_size'),
    bitmap: bitmap(hole('VirtioMemDevice.bitmap', 'u32be')),
  },
);
