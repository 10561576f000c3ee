import { list } from '@bytewright/schema-dsl';
import { bool, uint32, vmstate } from '../../vmstate/index.js';
import { memorySlots } from '../../overlay/facts.js';

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
);
