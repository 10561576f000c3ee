// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Ne2000Core } from './ne2000-core.js';

export const Ne20002 = vmstate(
  'ne2000',
  { version: 3, minimum: 3, type: 'Ne20002' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    ne2000: Ne2000Core,
  },
);
