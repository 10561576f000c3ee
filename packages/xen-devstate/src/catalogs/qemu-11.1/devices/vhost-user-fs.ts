// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vhostBackendState, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioDevice } from '../parts/virtio-device.js';

export const VhostUserFsBackend = vmstate(
  'vhost-user-fs-backend',
  { version: 0, minimum: 0, type: 'VhostUserFsBackend' },
  {
    backEnd: vhostBackendState.wireName('back-end'),
  },
).source('QEMU hw/virtio/vhost-user-fs.c, vuf_save_state');

export const VhostUserFs = vmstate(
  'vhost-user-fs',
  { version: 0, minimum: 0, type: 'VhostUserFs' },
  {
    virtio: VirtioDevice,
  },
  {
    'vhost-user-fs-backend': VhostUserFsBackend,
  },
).source('QEMU hw/virtio/vhost-user-fs.c');
