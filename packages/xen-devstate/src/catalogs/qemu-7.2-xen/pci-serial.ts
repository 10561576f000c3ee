import { vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';
import { SerialCore } from './serial-core.js';

export const PciSerial = vmstate(
  'pci-serial',
  { version: 1, minimum: 1, type: 'PciSerial' },
  {
    dev: PCIDevice,
    state: SerialCore,
  },
);
