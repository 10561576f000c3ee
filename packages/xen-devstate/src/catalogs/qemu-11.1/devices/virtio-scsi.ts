// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VirtioScsi = vmstate(
  'virtio-scsi',
  { version: 1, minimum: 1, type: 'VirtioScsi' },
  {
    virtio: VirtioDevice,
  },
).source('QEMU hw/scsi/virtio-scsi.c');
