// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { int32, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ParallelIsa = vmstate(
  'parallel_isa',
  { version: 1, minimum: 1, type: 'ParallelIsa' },
  {
    stateDataw: uint8.wireName('state.dataw'),
    stateDatar: uint8.wireName('state.datar'),
    stateStatus: uint8.wireName('state.status'),
    stateControl: uint8.wireName('state.control'),
    stateIrqPending: int32.wireName('state.irq_pending'),
    stateEppTimeout: int32.wireName('state.epp_timeout'),
  },
);
