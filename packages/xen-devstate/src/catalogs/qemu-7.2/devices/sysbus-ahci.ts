// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { Ahci } from '../parts/ahci.js';

export const SysbusAhci = vmstate(
  'sysbus-ahci',
  { version: 0, minimum: 0, type: 'SysbusAhci' },
  {
    ahci: Ahci,
  },
);
