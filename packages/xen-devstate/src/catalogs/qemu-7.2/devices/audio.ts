// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';

export const Audio = vmstate(
  'audio',
  { version: 1, minimum: 1, type: 'Audio' },
  {},
);
