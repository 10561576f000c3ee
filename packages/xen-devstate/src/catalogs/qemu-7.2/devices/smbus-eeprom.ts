// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { SmbusDevice } from '../parts/smbus-device.js';

export const SmbusEeprom = vmstate(
  'smbus-eeprom',
  { version: 1, minimum: 1, type: 'SmbusEeprom' },
  {
    smbusdev: SmbusDevice,
    data: list(uint8, 256),
    offset: uint8,
    accessed: bool,
  },
);
