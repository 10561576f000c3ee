import { list } from '@bytewright/schema-dsl';
import { memorySlots } from '@bytewright/xen-devstate/facts';
import { bool, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

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
    devs: list(MemoryHotplugDeviceState, memorySlots),
  },
).source('QEMU hw/acpi/memory_hotplug.c');
