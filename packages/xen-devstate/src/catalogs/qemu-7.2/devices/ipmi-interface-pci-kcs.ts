// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { IpmiInterfaceKcs } from '../parts/ipmi-interface-kcs.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const IpmiInterfacePciKcs = vmstate(
  'ipmi-interface-pci-kcs',
  { version: 1, minimum: 1, type: 'IpmiInterfacePciKcs' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    kcs: IpmiInterfaceKcs,
  },
);
