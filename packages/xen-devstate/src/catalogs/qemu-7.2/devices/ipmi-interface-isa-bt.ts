// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { IpmiInterfaceBt } from '../parts/ipmi-interface-bt.js';

export const IpmiInterfaceIsaBt = vmstate(
  'ipmi-interface-isa-bt',
  { version: 2, minimum: 2, type: 'IpmiInterfaceIsaBt' },
  {
    bt: IpmiInterfaceBt,
  },
);
