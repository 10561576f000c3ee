import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { PCIDevice } from './pcidevice.js';
import { PCIEAERERRORLOG } from './pcieaererrorlog.js';

export const Ioh3240ExpressRootPort = vmstate(
  'ioh-3240-express-root-port',
  { version: 1, minimum: 1, type: 'Ioh3240ExpressRootPort' },
  {
    parentObjParentObjParentObj: field(PCIDevice).wireName('parent_obj.parent_obj.parent_obj'),
    parentObjParentObjParentObjExpAerLog: field(PCIEAERERRORLOG).wireName('parent_obj.parent_obj.parent_obj.exp.aer_log'),
  },
);
