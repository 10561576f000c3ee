import { vmstate } from '../../vmstate/index.js';
import { PckbdCore } from './pckbd-core.js';

export const PckbdMmio = vmstate(
  'pckbd-mmio',
  { version: 1, minimum: 1, type: 'PckbdMmio' },
  {
    kbd: PckbdCore,
  },
);
