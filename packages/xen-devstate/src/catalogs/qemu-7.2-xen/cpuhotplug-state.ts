import { list } from '@bytewright/schema-dsl';
import { bool, uint32, uint8, vmstate } from '../../vmstate/index.js';
import { processors } from '../../overlay/facts.js';

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
    devs: list(CPUHotplugDeviceState, processors),
  },
);
