// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, moreHotplugSlots, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const MemoryHotplugDeviceState = vmstate(
  'memory hotplug device state',
  { version: 1, type: 'MemoryHotplugDeviceState' },
  {
    isEnabled: bool.wireName('is_enabled'),
    isInserting: bool.wireName('is_inserting'),
    ostEvent: uint32.wireName('ost_event'),
    ostStatus: uint32.wireName('ost_status'),
  },
);

export const MemoryHotplugState = vmstate(
  'memory hotplug state',
  { version: 1, type: 'MemoryHotplugState' },
  {
    selector: uint32,
    slots: list(MemoryHotplugDeviceState, moreHotplugSlots).wireName('devs'),
  },
).source('QEMU hw/acpi/memory_hotplug.c, vmstate_memory_hotplug');
