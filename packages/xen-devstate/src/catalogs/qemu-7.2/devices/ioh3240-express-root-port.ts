// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { PCIEAERERRORLOG } from '../parts/pcieaererrorlog.js';

export const Ioh3240ExpressRootPort = vmstate(
  'ioh-3240-express-root-port',
  { version: 1, minimum: 1, type: 'Ioh3240ExpressRootPort' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj.parent_obj.parent_obj'),
    expAerLog: field(PCIEAERERRORLOG).wireName('parent_obj.parent_obj.parent_obj.exp.aer_log'),
  },
);
