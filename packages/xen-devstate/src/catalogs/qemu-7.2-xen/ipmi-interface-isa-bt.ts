import { vmstate } from '../../vmstate/index.js';
import { IpmiInterfaceBt } from './ipmi-interface-bt.js';

export const IpmiInterfaceIsaBt = vmstate(
  'ipmi-interface-isa-bt',
  { version: 2, minimum: 2, type: 'IpmiInterfaceIsaBt' },
  {
    bt: IpmiInterfaceBt,
  },
);
