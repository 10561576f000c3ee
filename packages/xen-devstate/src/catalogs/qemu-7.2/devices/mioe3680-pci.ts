// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { CanSja } from '../parts/can-sja.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Mioe3680Pci = vmstate(
  'mioe3680_pci',
  { version: 1, minimum: 1, type: 'Mioe3680Pci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    sjaState0: field(CanSja).wireName('sja_state[0]'),
    sjaState1: field(CanSja).wireName('sja_state[1]'),
  },
);
