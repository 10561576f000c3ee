// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PckbdOutport = vmstate(
  'pckbd_outport',
  { version: 1, minimum: 1, type: 'PckbdOutport' },
  {
    outport: uint8,
  },
);

export const PckbdExtendedState = vmstate(
  'pckbd/extended_state',
  { version: 0, minimum: 0, type: 'PckbdExtendedState' },
  {
    migrationFlags: uint32.wireName('migration_flags'),
    obsrc: uint32,
    obdata: uint8,
    cbdata: uint8,
  },
);

export const PckbdCore = vmstate(
  'pckbd',
  { version: 3, minimum: 3, type: 'PckbdCore' },
  {
    writeCmd: uint8.wireName('write_cmd'),
    status: uint8,
    mode: uint8,
    pendingTmp: uint8.wireName('pending_tmp'),
  },
  {
    'pckbd_outport': PckbdOutport,
    'pckbd/extended_state': PckbdExtendedState,
  },
);
