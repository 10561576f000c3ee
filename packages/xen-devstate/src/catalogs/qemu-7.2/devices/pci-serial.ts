import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { SerialCore } from './serial-core.js';

export const PciSerial = vmstate(
  'pci-serial',
  { version: 1, minimum: 1, type: 'PciSerial' },
  {
    dev: PCIDevice,
    state: SerialCore,
  },
);
