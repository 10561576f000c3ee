import { vmstate } from '../../vmstate/index.js';
import { Ahci } from './ahci.js';

export const SysbusAhci = vmstate(
  'sysbus-ahci',
  { version: 0, minimum: 0, type: 'SysbusAhci' },
  {
    ahci: Ahci,
  },
);
