// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { int32, uint32, uint32Equal, vmstate } from '@bytewright/xen-devstate/vmstate';

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
  },
).source('QEMU hw/display/virtio-gpu.c, scanout_vmstate_after_v2');

export const VirtioGpuScanouts = vmstate(
  'virtio-gpu-scanouts',
  { version: 1, minimum: 1, type: 'VirtioGpuScanouts' },
  {
    enable: int32.wireName('parent_obj.enable'),
    confMaxOutputs: derived(uint32Equal).wireName('parent_obj.conf.max_outputs'),
    scanout: list(VirtioGpuOneScanout).wireName('parent_obj.scanout'),
  },
).where(($) => [$.confMaxOutputs.is(count($.scanout))]);
