// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { memoryWords } from '@bytewright/xen-devstate/machine-parameters';
import { bitmap, memoryWordsIn, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

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
  { version: 1, type: 'VirtioMemDevice' },
  {
    memory: field(VirtioMemDeviceSanityChecks).wireName('tmp'),
    usableRegionSize: uint64.wireName('usable_region_size'),
    size: uint64,
    requestedSize: uint64.wireName('requested_size'),
    bitmap: bitmap(memoryWords),
  },
).where(($) => [$.bitmap.with(memoryWords.of(memoryWordsIn($.memory)))]).source('QEMU hw/virtio/virtio-mem.c, virtio_mem_vmstate_field_exists');
