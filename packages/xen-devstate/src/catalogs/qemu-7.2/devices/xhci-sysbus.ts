// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { XhciCore } from '../parts/xhci-core.js';

export const XhciSysbus = vmstate(
  'xhci-sysbus',
  { version: 1, minimum: 1, type: 'XhciSysbus' },
  {
    xhci: XhciCore,
  },
);
