// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived } from '@bytewright/schema-dsl';
import { buffer, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const DbusVmstate = vmstate(
  'dbus-vmstate',
  { version: 0, minimum: 0, type: 'DbusVmstate' },
  {
    dataSize: derived(uint32).wireName('data_size'),
    data: buffer(),
  },
).where(($) => [$.dataSize.is(byteLength($.data))]);
