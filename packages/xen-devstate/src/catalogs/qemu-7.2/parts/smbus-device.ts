// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const I2CSlave = vmstate(
  'I2CSlave',
  { version: 1, type: 'I2CSlave' },
  {
    address: uint8,
  },
);

export const SmbusDevice = vmstate(
  'smbus-device',
  { version: 1, type: 'SmbusDevice' },
  {
    i2c: I2CSlave,
    mode: int32,
    dataLen: int32.wireName('data_len'),
    dataBuf: list(uint8, 34).wireName('data_buf'),
  },
);
