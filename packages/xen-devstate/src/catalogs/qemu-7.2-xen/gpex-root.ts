import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';

export const GpexRoot = vmstate(
  'gpex_root',
  { version: 1, minimum: 1, type: 'GpexRoot' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
  },
);
