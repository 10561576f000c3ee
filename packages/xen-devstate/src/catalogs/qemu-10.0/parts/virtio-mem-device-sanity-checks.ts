// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

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
