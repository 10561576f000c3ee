import { optional } from '@bytewright/schema-dsl';
import { hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';
import { Ramfb } from '../parts/ramfb.js';

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
    pdev: PCIDevice,
    pdev2: optional(Msix).wireName('pdev'),
  },
  {
    'VFIOPCIDevice/VFIODisplay': VFIOPCIDeviceVFIODisplay,
  },
).where(($) => [$.pdev2.presentWhen(hole('VFIOPCIDevice.pdev2', 'bool'))]);
