// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioCrypto = vmstate(
  'virtio-crypto',
  { version: 1, minimum: 1, type: 'VirtioCrypto' },
  {
    virtio: virtio('VirtioCryptoVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/virtio/virtio-crypto.c');
