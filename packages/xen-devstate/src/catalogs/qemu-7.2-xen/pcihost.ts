import { uint32, vmstate } from '../../vmstate/index.js';

export const PCIHost = vmstate(
  'PCIHost',
  { version: 1, minimum: 1, type: 'PCIHost' },
  {
    configReg: uint32.wireName('config_reg'),
  },
);
