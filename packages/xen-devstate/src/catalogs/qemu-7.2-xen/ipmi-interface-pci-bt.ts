import { vmstate } from '../../vmstate/index.js';
import { IpmiInterfaceBt } from './ipmi-interface-bt.js';
import { PCIDevice } from './pcidevice.js';

export const IpmiInterfacePciBt = vmstate(
  'ipmi-interface-pci-bt',
  { version: 1, minimum: 1, type: 'IpmiInterfacePciBt' },
  {
    dev: PCIDevice,
    bt: IpmiInterfaceBt,
  },
);
