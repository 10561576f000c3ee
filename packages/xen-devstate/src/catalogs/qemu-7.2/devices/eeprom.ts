import { list, optional, since } from '@bytewright/schema-dsl';
import {
  buffer,
  hole,
  uint8,
  uint16,
  uint16Equal,
  uint16FromUint8,
  version,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const Eeprom = vmstate(
  'eeprom',
  { version: 20061113, minimum: 20061112, type: 'Eeprom' },
  {
    tick: uint8,
    address: uint8,
    command: uint8,
    writable: uint8,
    eecs: uint8,
    eesk: uint8,
    eedo: uint8,
    addrbits: uint8,
    size: optional(uint16FromUint8),
    unused: optional(buffer(1).wireType('unused_buffer')),
    size2: since(version, 20061113, uint16Equal).wireName('size'),
    data: uint16,
    contents: list(uint16, hole('Eeprom.contents', 'u32be')),
  },
).where(($) => [
  $.size.presentWhen(hole('Eeprom.size', 'bool')),
  $.unused.presentWhen(hole('Eeprom.unused', 'bool')),
]);
