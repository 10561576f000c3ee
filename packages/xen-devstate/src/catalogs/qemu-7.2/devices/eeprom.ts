// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { uint8, uint16, uint16Equal, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Eeprom = vmstate(
  'eeprom',
  { version: 20061113, minimum: 20061113, type: 'Eeprom' },
  {
    tick: uint8,
    address: uint8,
    command: uint8,
    writable: uint8,
    eecs: uint8,
    eesk: uint8,
    eedo: uint8,
    addrbits: uint8,
    size: derived(uint16Equal),
    data: uint16,
    contents: list(uint16),
  },
).where(($) => [$.size.is(count($.contents))]).source('QEMU hw/nvram/eeprom93xx.c, vmstate_eeprom: versions before are of 2006');
