import { list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';
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
