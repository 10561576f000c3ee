import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';

export const I82801b11Bridge = vmstate(
  'i82801b11_bridge',
  { version: 0, minimum: 0, type: 'I82801b11Bridge' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
  },
);
