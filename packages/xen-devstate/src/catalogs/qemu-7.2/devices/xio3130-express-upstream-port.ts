// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { PCIEAERERRORLOG } from '../parts/pcieaererrorlog.js';

export const Xio3130ExpressUpstreamPort = vmstate(
  'xio3130-express-upstream-port',
  { version: 1, minimum: 1, type: 'Xio3130ExpressUpstreamPort' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj.parent_obj'),
    expAerLog: field(PCIEAERERRORLOG).wireName('parent_obj.parent_obj.exp.aer_log'),
  },
);
