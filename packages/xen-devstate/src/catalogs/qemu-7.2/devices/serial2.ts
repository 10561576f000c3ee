// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { SerialCore } from './serial-core.js';

export const Serial2 = vmstate(
  'serial',
  { version: 3, minimum: 2, type: 'Serial2' },
  {
    serial: SerialCore,
  },
).doc('A 16550A serial port.').source('QEMU hw/char/serial.c, vmstate_serial');
