// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { memoryWords } from '@bytewright/xen-devstate/machine-parameters';
import { bitmap, memoryWordsIn, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioMemDeviceSanityChecks } from '../parts/virtio-mem-device-sanity-checks.js';

export const VirtioMemDeviceEarly = vmstate(
  'virtio-mem-device-early',
  { version: 1, minimum: 1, type: 'VirtioMemDeviceEarly' },
  {
    memory: field(VirtioMemDeviceSanityChecks).wireName('tmp'),
    size: uint64,
    bitmap: bitmap(memoryWords),
  },
).where(($) => [$.bitmap.with(memoryWords.of(memoryWordsIn($.memory)))]).source('QEMU hw/virtio/virtio-mem.c, vmstate_virtio_mem_device_early');
