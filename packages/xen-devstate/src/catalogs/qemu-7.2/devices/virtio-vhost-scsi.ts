// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioVhostScsi = vmstate(
  'virtio-vhost_scsi',
  { version: 1, minimum: 1, type: 'VirtioVhostScsi' },
  {
    virtio: virtio('VhostScsiVirtio', { pciDevice: PCIDevice, common: Virtio }),
  },
).source('QEMU hw/scsi/vhost-scsi.c');
