// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Vmgenid = vmstate(
  'vmgenid',
  { version: 1, minimum: 1, type: 'Vmgenid' },
  {
    vmgenidAddrLe: list(uint8, 8).wireName('vmgenid_addr_le'),
  },
);
