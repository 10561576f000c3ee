// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, uint8, uint16, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Tpci200 = vmstate(
  'tpci200',
  { version: 1, minimum: 1, type: 'Tpci200' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    bigEndian: list(bool, 3).wireName('big_endian'),
    ctrl: list(uint8, 4),
    status: uint16,
    intSet: uint8.wireName('int_set'),
  },
);
