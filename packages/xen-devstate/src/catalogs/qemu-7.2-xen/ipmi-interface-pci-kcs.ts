import { vmstate } from '../../vmstate/index.js';
import { IpmiInterfaceKcs } from './ipmi-interface-kcs.js';
import { PCIDevice } from './pcidevice.js';

export const IpmiInterfacePciKcs = vmstate(
  'ipmi-interface-pci-kcs',
  { version: 1, minimum: 1, type: 'IpmiInterfacePciKcs' },
  {
    dev: PCIDevice,
    kcs: IpmiInterfaceKcs,
  },
);
