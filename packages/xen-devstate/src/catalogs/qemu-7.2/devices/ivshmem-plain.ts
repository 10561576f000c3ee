import { field } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const IvshmemPlain = vmstate(
  'ivshmem-plain',
  { version: 0, minimum: 0, type: 'IvshmemPlain' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    intrstatus: uint32,
    intrmask: uint32,
  },
);
