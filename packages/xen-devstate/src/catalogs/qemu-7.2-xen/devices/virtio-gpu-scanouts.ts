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
);

export const VirtioGpuScanouts = vmstate(
  'virtio-gpu-scanouts',
  { version: 1, minimum: 1, type: 'VirtioGpuScanouts' },
  {
    parentObjEnable: int32.wireName('parent_obj.enable'),
    parentObjConfMaxOutputs: derived(uint32Equal).wireName('parent_obj.conf.max_outputs'),
    parentObjScanout: list(VirtioGpuOneScanout).wireName('parent_obj.scanout'),
  },
).where(($) => [$.parentObjConfMaxOutputs.is(count($.parentObjScanout))]);
