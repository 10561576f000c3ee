// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const XenOverlay = vmstate(
  'xen_overlay',
  { version: 1, minimum: 1, type: 'XenOverlay' },
  {
    shinfoGpa: uint64.wireName('shinfo_gpa'),
    longMode: bool.wireName('long_mode'),
  },
);
