// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { uint16, uint16Equal, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PCIEAERERROR = vmstate(
  'PCIE_AER_ERROR',
  { version: 1, type: 'PCIEAERERROR' },
  {
    status: uint32,
    sourceId: uint16.wireName('source_id'),
    flags: uint16,
    header: list(uint32, 4),
    prefix: list(uint32, 4),
  },
);

export const PCIEAERERRORLOG = vmstate(
  'PCIE_AER_ERROR_LOG',
  { version: 1, type: 'PCIEAERERRORLOG' },
  {
    logNum: derived(uint16).wireName('log_num'),
    logMax: uint16Equal.wireName('log_max'),
    log: list(PCIEAERERROR),
  },
).where(($) => [$.logNum.is(count($.log))]);
