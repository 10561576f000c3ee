import { since } from '@bytewright/schema-dsl';
import { uint8, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const PIIX4 = vmstate(
  'PIIX4',
  { version: 3, minimum: 2, type: 'PIIX4' },
  {
    dev: PCIDevice,
    rcr: since(version, 3, uint8),
  },
);
