// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const APMState = vmstate(
  'APM State',
  { version: 1, type: 'APMState' },
  {
    apmc: uint8,
    apms: uint8,
  },
);
