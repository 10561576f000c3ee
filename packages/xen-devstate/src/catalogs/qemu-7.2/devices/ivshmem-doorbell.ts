import { field } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const IvshmemDoorbell = vmstate(
  'ivshmem-doorbell',
  { version: 0, minimum: 0, type: 'IvshmemDoorbell' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    parentObj2: field(Msix).wireName('parent_obj'),
    intrstatus: uint32,
    intrmask: uint32,
  },
);
