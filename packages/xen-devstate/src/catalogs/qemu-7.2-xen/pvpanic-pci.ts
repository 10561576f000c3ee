import { vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';

export const PvpanicPci = vmstate(
  'pvpanic-pci',
  { version: 1, minimum: 1, type: 'PvpanicPci' },
  {
    dev: PCIDevice,
  },
);
