import { buffer, hole, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VhostUserFsBackend = vmstate(
  'vhost-user-fs-backend',
  { version: 0, minimum: 0, type: 'VhostUserFsBackend' },
  {
    backEnd: buffer(hole('VhostUserFsBackend.backEnd (virtio-fs back-end state)', 'u32be')).wireName('back-end'),
  },
);

export const VhostUserFs = vmstate(
  'vhost-user-fs',
  { version: 0, minimum: 0, type: 'VhostUserFs' },
  {
    virtio: buffer(hole('VhostUserFs.virtio (virtio)', 'u32be')),
  },
  {
    'vhost-user-fs-backend': VhostUserFsBackend,
  },
);
