// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { buffer, uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const TpmTisLocty = vmstate(
  'tpm-tis/locty',
  { version: 0, type: 'TpmTisLocty' },
  {
    state: uint32,
    inte: uint32,
    ints: uint32,
    access: uint8,
    sts: uint32,
    ifaceId: uint32.wireName('iface_id'),
  },
);

export const TpmTis = vmstate(
  'tpm-tis',
  { version: 0, minimum: 0, type: 'TpmTis' },
  {
    stateBuffer: buffer(4096).wireName('state.buffer'),
    stateRwOffset: uint16.wireName('state.rw_offset'),
    stateActiveLocty: uint8.wireName('state.active_locty'),
    stateAbortingLocty: uint8.wireName('state.aborting_locty'),
    stateNextLocty: uint8.wireName('state.next_locty'),
    stateLoc: list(TpmTisLocty, 5).wireName('state.loc'),
  },
);
