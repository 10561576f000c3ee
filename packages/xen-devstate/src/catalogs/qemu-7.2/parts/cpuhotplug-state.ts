// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, moreHotplugSlots, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CPUHotplugDeviceState = vmstate(
  'CPU hotplug device state',
  { version: 1, type: 'CPUHotplugDeviceState' },
  {
    isInserting: bool.wireName('is_inserting'),
    isRemoving: bool.wireName('is_removing'),
    ostEvent: uint32.wireName('ost_event'),
    ostStatus: uint32.wireName('ost_status'),
  },
);

export const CPUHotplugState = vmstate(
  'CPU hotplug state',
  { version: 1, type: 'CPUHotplugState' },
  {
    selector: uint32,
    command: uint8,
    processors: list(CPUHotplugDeviceState, moreHotplugSlots).wireName('devs'),
  },
).source('QEMU hw/acpi/cpu.c, vmstate_cpu_hotplug');
