// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioVhostScsi = vmstate(
  'virtio-vhost_scsi',
  { version: 1, minimum: 1, type: 'VirtioVhostScsi' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/scsi/vhost-scsi.c');
