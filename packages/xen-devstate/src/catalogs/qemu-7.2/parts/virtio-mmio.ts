// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioMmioQueueState = vmstate(
  'virtio_mmio/queue_state',
  { version: 1, type: 'VirtioMmioQueueState' },
  {
    num: uint16,
    enabled: bool,
    desc: list(uint32, 2),
    avail: list(uint32, 2),
    used: list(uint32, 2),
  },
);

export const VirtioMmioState = vmstate(
  'virtio_mmio/state',
  { version: 1, minimum: 1, type: 'VirtioMmioState' },
  {
    guestFeatures: list(uint32, 2).wireName('guest_features'),
    vqs: list(VirtioMmioQueueState, 1024),
  },
);

export const VirtioMmio = vmstate(
  'virtio_mmio',
  { version: 1, type: 'VirtioMmio' },
  {},
  {
    'virtio_mmio/state': VirtioMmioState,
  },
);
