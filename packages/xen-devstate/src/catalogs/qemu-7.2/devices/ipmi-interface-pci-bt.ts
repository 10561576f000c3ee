// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { IpmiInterfaceBt } from '../parts/ipmi-interface-bt.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const IpmiInterfacePciBt = vmstate(
  'ipmi-interface-pci-bt',
  { version: 1, minimum: 1, type: 'IpmiInterfacePciBt' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    bt: IpmiInterfaceBt,
  },
);
