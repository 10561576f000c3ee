import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const XenPvdevice = vmstate(
  'xen-pvdevice',
  { version: 1, minimum: 1, type: 'XenPvdevice' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
  },
);
