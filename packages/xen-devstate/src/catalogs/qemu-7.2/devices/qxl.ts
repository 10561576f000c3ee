// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, field, list } from '@bytewright/schema-dsl';
import { int32, int32Equal, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { VgaCore } from './vga-core.js';

export const QxlMemslot = vmstate(
  'qxl-memslot',
  { version: 21, type: 'QxlMemslot' },
  {
    slotMemStart: uint64.wireName('slot.mem_start'),
    slotMemEnd: uint64.wireName('slot.mem_end'),
    active: uint32,
  },
);

export const QxlSurface = vmstate(
  'qxl-surface',
  { version: 21, type: 'QxlSurface' },
  {
    width: uint32,
    height: uint32,
    stride: int32,
    format: uint32,
    position: uint32,
    mouseMode: uint32.wireName('mouse_mode'),
    flags: uint32,
    type: uint32,
    mem: uint64,
  },
);

export const QxlMonitorsConfig = vmstate(
  'qxl/monitors-config',
  { version: 1, minimum: 1, type: 'QxlMonitorsConfig' },
  {
    guestMonitorsConfig: uint64.wireName('guest_monitors_config'),
  },
);

export const Qxl = vmstate(
  'qxl',
  { version: 21, minimum: 21, type: 'Qxl' },
  {
    pciDevice: field(PCIDevice).wireName('pci'),
    vga: VgaCore,
    shadowRomMode: uint32.wireName('shadow_rom.mode'),
    numFreeRes: uint32.wireName('num_free_res'),
    lastReleaseOffset: uint32.wireName('last_release_offset'),
    mode: uint32,
    ssdUnique: uint32.wireName('ssd.unique'),
    numMemslots: int32Equal.wireName('num_memslots'),
    guestSlots: list(QxlMemslot, 8).wireName('guest_slots'),
    guestPrimarySurface: field(QxlSurface).wireName('guest_primary.surface'),
    ssdNumSurfaces: derived(int32Equal).wireName('ssd.num_surfaces'),
    guestSurfacesCmds: list(uint64).wireName('guest_surfaces.cmds'),
    guestCursor: uint64.wireName('guest_cursor'),
  },
  {
    'qxl/monitors-config': QxlMonitorsConfig,
  },
).where(($) => [$.ssdNumSurfaces.is(count($.guestSurfacesCmds))]);
