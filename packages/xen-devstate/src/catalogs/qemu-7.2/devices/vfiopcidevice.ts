import { optional } from '@bytewright/schema-dsl';
import { hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const VFIOPCIDevice = vmstate(
  'VFIOPCIDevice',
  { version: 1, minimum: 1, type: 'VFIOPCIDevice' },
  {
    pdev: PCIDevice,
    pdev2: optional(Msix).wireName('pdev'),
  },
).where(($) => [$.pdev2.presentWhen(hole('VFIOPCIDevice.pdev2', 'bool'))]);
