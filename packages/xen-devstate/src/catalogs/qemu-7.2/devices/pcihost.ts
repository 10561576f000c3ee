// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PCIHost = vmstate(
  'PCIHost',
  { version: 1, minimum: 1, type: 'PCIHost' },
  {
    configReg: uint32.wireName('config_reg'),
  },
);
