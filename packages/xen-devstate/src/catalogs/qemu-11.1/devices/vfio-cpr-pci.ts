// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { bool, int32, msixVectors, msixVectorsIn, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';

export const VfioCprIntx = vmstate(
  'vfio-cpr-intx',
  { version: 0, type: 'VfioCprIntx' },
  {
    pending: bool,
    routeMode: uint32.wireName('route.mode'),
    routeIrq: int32.wireName('route.irq'),
  },
);

export const VfioCprPci = vmstate(
  'vfio-cpr-pci',
  { version: 0, minimum: 0, type: 'VfioCprPci' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    intx: VfioCprIntx,
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]).source('QEMU hw/vfio/cpr.c, pci_msix_present: without MSI-X there are no entries either');
