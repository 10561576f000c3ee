import { list } from '@bytewright/schema-dsl';
import { uint8, vmstate } from '../../vmstate/index.js';

export const Vmgenid = vmstate(
  'vmgenid',
  { version: 1, minimum: 1, type: 'Vmgenid' },
  {
    vmgenidAddrLe: list(uint8, 8).wireName('vmgenid_addr_le'),
  },
);
