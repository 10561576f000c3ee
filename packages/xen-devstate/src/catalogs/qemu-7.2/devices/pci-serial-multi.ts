import { list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { SerialCore } from './serial-core.js';

export const PciSerialMulti = vmstate(
  'pci-serial-multi',
  { version: 1, minimum: 1, type: 'PciSerialMulti' },
  {
    dev: PCIDevice,
    state: list(SerialCore, 4),
    level: list(uint32, 4),
  },
);
