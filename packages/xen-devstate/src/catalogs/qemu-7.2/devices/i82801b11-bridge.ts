import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const I82801b11Bridge = vmstate(
  'i82801b11_bridge',
  { version: 0, minimum: 0, type: 'I82801b11Bridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
  },
);
