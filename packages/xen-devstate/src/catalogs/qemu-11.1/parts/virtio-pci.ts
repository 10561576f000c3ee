// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { bool, uint16, uint32, unused, vmstate } from '@bytewright/xen-devstate/vmstate';

export const VirtioPciModernQueueState = vmstate(
  'virtio_pci/modern_queue_state',
  { version: 1, type: 'VirtioPciModernQueueState' },
  {
    num: uint16,
    unused: unused(1),
    enabled: bool,
    desc: list(uint32, 2),
    avail: list(uint32, 2),
    used: list(uint32, 2),
  },
);

export const VirtioPciModernStateFeatures128 = vmstate(
  'virtio_pci/modern_state/features128',
  { version: 1, minimum: 1, type: 'VirtioPciModernStateFeatures128' },
  {
    guestFeatures: list(uint32, 2).wireName('guest_features'),
  },
);

export const VirtioPciModernState = vmstate(
  'virtio_pci/modern_state',
  { version: 1, minimum: 1, type: 'VirtioPciModernState' },
  {
    dfselect: uint32,
    gfselect: uint32,
    guestFeatures: list(uint32, 2).wireName('guest_features'),
    vqs: list(VirtioPciModernQueueState, 1024),
  },
  {
    'virtio_pci/modern_state/features128': VirtioPciModernStateFeatures128,
  },
);

export const VirtioPci = vmstate(
  'virtio_pci',
  { version: 1, type: 'VirtioPci' },
  {},
  {
    'virtio_pci/modern_state': VirtioPciModernState,
  },
);
