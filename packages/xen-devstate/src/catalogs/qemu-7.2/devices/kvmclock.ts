// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const KvmclockClockIsReliable = vmstate(
  'kvmclock/clock_is_reliable',
  { version: 1, minimum: 1, type: 'KvmclockClockIsReliable' },
  {
    clockIsReliable: bool.wireName('clock_is_reliable'),
  },
);

export const Kvmclock = vmstate(
  'kvmclock',
  { version: 1, minimum: 1, type: 'Kvmclock' },
  {
    clock: uint64,
  },
  {
    'kvmclock/clock_is_reliable': KvmclockClockIsReliable,
  },
);
