// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list, optional } from '@bytewright/schema-dsl';
import { scanoutFormats } from '@bytewright/xen-devstate/machine-parameters';
import { buffer, int32, uint32, uint32Equal, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioGpuOneScanout = vmstate(
  'virtio-gpu-one-scanout',
  { version: 1, type: 'VirtioGpuOneScanout' },
  {
    resourceId: uint32.wireName('resource_id'),
    width: uint32,
    height: uint32,
    x: int32,
    y: int32,
    cursorResourceId: uint32.wireName('cursor.resource_id'),
    cursorHotX: uint32.wireName('cursor.hot_x'),
    cursorHotY: uint32.wireName('cursor.hot_y'),
    cursorPosX: uint32.wireName('cursor.pos.x'),
    cursorPosY: uint32.wireName('cursor.pos.y'),
    fbFormat: optional(uint32).wireName('fb.format'),
    unused: optional(buffer(4).wireType('unused_buffer')),
    fbWidth: optional(uint32).wireName('fb.width'),
    fbHeight: optional(uint32).wireName('fb.height'),
    fbStride: optional(uint32).wireName('fb.stride'),
    fbOffset: optional(uint32).wireName('fb.offset'),
  },
).where(($) => [
  $.fbFormat.presentWhen(scanoutFormats),
  $.unused.presentWhen(scanoutFormats),
  $.fbWidth.presentWhen(scanoutFormats),
  $.fbHeight.presentWhen(scanoutFormats),
  $.fbStride.presentWhen(scanoutFormats),
  $.fbOffset.presentWhen(scanoutFormats),
]).source('QEMU hw/display/virtio-gpu.c, scanout_vmstate_after_v2');

export const VirtioGpuScanouts = vmstate(
  'virtio-gpu-scanouts',
  { version: 1, minimum: 1, type: 'VirtioGpuScanouts' },
  {
    enable: int32.wireName('parent_obj.enable'),
    confMaxOutputs: derived(uint32Equal).wireName('parent_obj.conf.max_outputs'),
    scanout: list(VirtioGpuOneScanout).wireName('parent_obj.scanout'),
  },
).where(($) => [$.confMaxOutputs.is(count($.scanout))]);
