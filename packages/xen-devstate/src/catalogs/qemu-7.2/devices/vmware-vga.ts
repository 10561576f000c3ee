// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { int32, int32Equal, uint32, unused, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const VmwareVgaInternal = vmstate(
  'vmware_vga_internal',
  { version: 0, type: 'VmwareVgaInternal' },
  {
    newDepth: int32Equal.wireName('new_depth'),
    enable: int32,
    config: int32,
    cursorId: int32.wireName('cursor.id'),
    cursorX: int32.wireName('cursor.x'),
    cursorY: int32.wireName('cursor.y'),
    cursorOn: int32.wireName('cursor.on'),
    index: int32,
    scratch: list(uint32, 0x8000),
    newWidth: int32.wireName('new_width'),
    newHeight: int32.wireName('new_height'),
    guest: uint32,
    svgaid: uint32,
    syncing: int32,
    unused: unused(4),
  },
).source('QEMU hw/display/vmware_vga.c, SVGA_SCRATCH_SIZE');

export const VmwareVga = vmstate(
  'vmware_vga',
  { version: 0, minimum: 0, type: 'VmwareVga' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    chip: VmwareVgaInternal,
  },
);
