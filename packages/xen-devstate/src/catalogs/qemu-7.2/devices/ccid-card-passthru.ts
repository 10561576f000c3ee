// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CcidCardPassthru = vmstate(
  'ccid-card-passthru',
  { version: 1, minimum: 1, type: 'CcidCardPassthru' },
  {
    vscardInData: buffer(65536).wireName('vscard_in_data'),
    vscardInPos: uint32.wireName('vscard_in_pos'),
    vscardInHdr: uint32.wireName('vscard_in_hdr'),
    atr: buffer(40),
    atrLength: uint8.wireName('atr_length'),
  },
);
