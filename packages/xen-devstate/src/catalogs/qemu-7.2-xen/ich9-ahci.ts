import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { Ahci } from './ahci.js';
import { PCIDevice } from './pcidevice.js';

export const Ich9Ahci = vmstate(
  'ich9_ahci',
  { version: 1, minimum: 1, type: 'Ich9Ahci' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    ahci: Ahci,
  },
);
