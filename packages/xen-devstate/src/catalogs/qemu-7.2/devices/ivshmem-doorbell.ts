// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { msixVectors, msixVectorsIn, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const IvshmemDoorbell = vmstate(
  'ivshmem-doorbell',
  { version: 0, minimum: 0, type: 'IvshmemDoorbell' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    intrstatus: uint32,
    intrmask: uint32,
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]);
