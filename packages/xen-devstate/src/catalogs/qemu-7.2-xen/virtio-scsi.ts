import { hole, vmstate } from '../../vmstate/index.js';

export const VirtioScsi = vmstate(
  'virtio-scsi',
  { version: 1, minimum: 1, type: 'VirtioScsi' },
  {
    virtio: hole('virtio-scsi.virtio: virtio', 'node'),
  },
);
