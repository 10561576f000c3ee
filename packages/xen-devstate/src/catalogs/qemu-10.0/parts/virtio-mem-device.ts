// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { optional } from '@bytewright/schema-dsl';
import { earlyMemory, memoryWords } from '@bytewright/xen-devstate/machine-parameters';
import { bitmap, memoryWordsIn, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioMemDeviceSanityChecks } from './virtio-mem-device-sanity-checks.js';

export const VirtioMemDevice = vmstate(
  'virtio-mem-device',
  { version: 1, type: 'VirtioMemDevice' },
  {
    memory: optional(VirtioMemDeviceSanityChecks).wireName('tmp'),
    usableRegionSize: uint64.wireName('usable_region_size'),
    size: optional(uint64),
    requestedSize: uint64.wireName('requested_size'),
    bitmap: optional(bitmap(memoryWords)),
  },
).where(($) => [
  $.memory.presentWhen(earlyMemory.not()),
  $.bitmap.with(memoryWords.of(memoryWordsIn($.memory))),
  $.size.presentWhen(earlyMemory.not()),
  $.bitmap.presentWhen(earlyMemory.not()),
]).source('QEMU hw/virtio/virtio-mem.c, virtio_mem_vmstate_field_exists');
