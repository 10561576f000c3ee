import { field, optional } from '@bytewright/schema-dsl';
import { hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';
import { PCIEAERERRORLOG } from '../parts/pcieaererrorlog.js';

export const PcieRootPort = vmstate(
  'pcie-root-port',
  { version: 1, minimum: 1, type: 'PcieRootPort' },
  {
    parentObjParentObjParentObj: field(PCIDevice).wireName('parent_obj.parent_obj.parent_obj'),
    parentObjParentObjParentObjExpAerLog: field(PCIEAERERRORLOG).wireName('parent_obj.parent_obj.parent_obj.exp.aer_log'),
    parentObjParentObjParentObjParentObj: optional(Msix).wireName('parent_obj.parent_obj.parent_obj.parent_obj'),
  },
).where(($) => [
  $.parentObjParentObjParentObjParentObj.presentWhen(hole('PcieRootPort.parentObjParentObjParentObjParentObj', 'bool')),
]);
