// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const I2cDdc = vmstate(
  'i2c-ddc',
  { version: 1, minimum: 1, type: 'I2cDdc' },
  {
    firstbyte: bool,
    reg: uint8,
  },
);
