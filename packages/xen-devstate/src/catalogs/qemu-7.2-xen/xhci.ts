import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { Msix } from './msix.js';
import { PCIDevice } from './pcidevice.js';
import { XhciCore } from './xhci-core.js';

export const Xhci = vmstate(
  'xhci',
  { version: 1, minimum: 1, type: 'Xhci' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    parentObj2: field(Msix).wireName('parent_obj'),
    xhci: XhciCore,
  },
);
