// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Globalstate = vmstate(
  'globalstate',
  { version: 1, minimum: 1, type: 'Globalstate' },
  {
    size: uint32,
    runstate: buffer(32),
    hasVmWasSuspended: uint8.wireName('has_vm_was_suspended'),
    vmWasSuspended: uint8.wireName('vm_was_suspended'),
    unused: buffer(66),
  },
);
