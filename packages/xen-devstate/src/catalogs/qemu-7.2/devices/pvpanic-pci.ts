import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PvpanicPci = vmstate(
  'pvpanic-pci',
  { version: 1, minimum: 1, type: 'PvpanicPci' },
  {
    dev: PCIDevice,
  },
);
