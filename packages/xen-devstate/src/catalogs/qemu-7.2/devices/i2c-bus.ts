// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const I2cBus = vmstate(
  'i2c_bus',
  { version: 1, minimum: 1, type: 'I2cBus' },
  {
    savedAddress: uint8.wireName('saved_address'),
  },
);
