// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { byteArray, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const TpmCrbChunk = vmstate(
  'tpm-crb/chunk',
  { version: 0, minimum: 0, type: 'TpmCrbChunk' },
  {
    commandBuffer: byteArray.wireName('command_buffer'),
    responseBuffer: byteArray.wireName('response_buffer'),
    responseOffset: uint32.wireName('response_offset'),
  },
);

export const TpmCrb = vmstate(
  'tpm-crb',
  { version: 0, minimum: 0, type: 'TpmCrb' },
  {
    regs: list(uint32, 32),
  },
  {
    'tpm-crb/chunk': TpmCrbChunk,
  },
);
