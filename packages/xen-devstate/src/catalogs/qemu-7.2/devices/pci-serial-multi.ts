// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { SerialCore } from './serial-core.js';

export const PciSerialMulti = vmstate(
  'pci-serial-multi',
  { version: 1, minimum: 1, type: 'PciSerialMulti' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    state: list(SerialCore, 4),
    level: list(uint32, 4),
  },
);
