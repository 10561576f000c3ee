// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const TpmCrb = vmstate(
  'tpm-crb',
  { version: 0, minimum: 0, type: 'TpmCrb' },
  {
    regs: list(uint32, 32),
  },
);
