import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';
import { XhciCore } from '../parts/xhci-core.js';

export const Xhci = vmstate(
  'xhci',
  { version: 1, minimum: 1, type: 'Xhci' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    parentObj2: field(Msix).wireName('parent_obj'),
    xhci: XhciCore,
  },
);
