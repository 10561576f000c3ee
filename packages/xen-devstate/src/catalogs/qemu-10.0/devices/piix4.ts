// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, since } from '@bytewright/schema-dsl';
import { uint8, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const PIIX4 = vmstate(
  'PIIX4',
  { version: 3, minimum: 2, type: 'PIIX4' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    rcr: since(version, 3, uint8),
  },
);
