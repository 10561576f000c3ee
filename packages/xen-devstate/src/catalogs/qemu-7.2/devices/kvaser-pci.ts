// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { CanSja } from '../parts/can-sja.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const KvaserPci = vmstate(
  'kvaser_pci',
  { version: 1, minimum: 1, type: 'KvaserPci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    s5920Intcsr: uint32.wireName('s5920_intcsr'),
    sjaState: field(CanSja).wireName('sja_state'),
  },
);
