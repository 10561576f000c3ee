// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { CanSja } from '../parts/can-sja.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Pcm3680iPci = vmstate(
  'pcm3680i_pci',
  { version: 1, minimum: 1, type: 'Pcm3680iPci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    sjaState0: field(CanSja).wireName('sja_state[0]'),
    sjaState1: field(CanSja).wireName('sja_state[1]'),
  },
);
