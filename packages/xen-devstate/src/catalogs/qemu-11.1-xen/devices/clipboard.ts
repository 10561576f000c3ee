// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived, list } from '@bytewright/schema-dsl';
import { bool, buffer, int32, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ClipboardContent = vmstate(
  'clipboard/content',
  { version: 0, type: 'ClipboardContent' },
  {
    available: bool,
    requested: bool,
    size: derived(uint32),
    data: buffer(),
  },
).where(($) => [$.size.is(byteLength($.data))]);

export const Clipboard = vmstate(
  'clipboard',
  { version: 0, minimum: 0, type: 'Clipboard' },
  {
    selection: int32,
    hasSerial: bool.wireName('has_serial'),
    serial: uint32,
    types: list(ClipboardContent, 1),
  },
);
