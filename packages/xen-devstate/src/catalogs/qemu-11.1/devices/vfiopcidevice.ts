// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { msixVectors, msixVectorsIn, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Ramfb } from '../../qemu-10.0/parts/ramfb.js';

export const VFIODisplay = vmstate(
  'VFIODisplay',
  { version: 1, type: 'VFIODisplay' },
  {
    ramfb: Ramfb,
  },
);

export const VFIOPCIDeviceVFIODisplay = vmstate(
  'VFIOPCIDevice/VFIODisplay',
  { version: 1, minimum: 1, type: 'VFIOPCIDeviceVFIODisplay' },
  {
    dpy: VFIODisplay,
  },
);

export const VFIOPCIDevice = vmstate(
  'VFIOPCIDevice',
  { version: 1, minimum: 1, type: 'VFIOPCIDevice' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
  },
  {
    'VFIOPCIDevice/VFIODisplay': VFIOPCIDeviceVFIODisplay,
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]).source('QEMU hw/vfio/pci.c, vfio_msix_present: without MSI-X there are no entries either');
