// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import {
  bool,
  uint8,
  uint16,
  uint32,
  uint64,
  unused,
  virtqueueExtraState,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { VirtioMmioState } from '../../qemu-7.2/parts/virtio-mmio.js';
import { VirtioPciModernState } from './virtio-pci.js';

export const PackedVirtqueueState = vmstate(
  'packed_virtqueue_state',
  { version: 1, type: 'PackedVirtqueueState' },
  {
    lastAvailIdx: uint16.wireName('last_avail_idx'),
    lastAvailWrapCounter: bool.wireName('last_avail_wrap_counter'),
    usedIdx: uint16.wireName('used_idx'),
    usedWrapCounter: bool.wireName('used_wrap_counter'),
    inuse: uint32,
  },
);

export const RingsizeState = vmstate(
  'ringsize_state',
  { version: 1, type: 'RingsizeState' },
  {
    unused: unused(4),
  },
);

export const VirtioDeviceEndian = vmstate(
  'virtio/device_endian',
  { version: 1, minimum: 1, type: 'VirtioDeviceEndian' },
  {
    deviceEndian: uint8.wireName('device_endian'),
  },
);

export const Virtio128bitFeatures = vmstate(
  'virtio/128bit_features',
  { version: 1, minimum: 1, type: 'Virtio128bitFeatures' },
  {
    guestFeaturesEx1: uint64.wireName('guest_features_ex[1]'),
  },
);

export const Virtio64bitFeatures = vmstate(
  'virtio/64bit_features',
  { version: 1, minimum: 1, type: 'Virtio64bitFeatures' },
  {
    guestFeatures: uint64.wireName('guest_features'),
  },
);

export const VirtqueueState = vmstate(
  'virtqueue_state',
  { version: 1, type: 'VirtqueueState' },
  {
    vringAvail: uint64.wireName('vring.avail'),
    vringUsed: uint64.wireName('vring.used'),
  },
);

export const VirtioVirtqueues = vmstate(
  'virtio/virtqueues',
  { version: 1, minimum: 1, type: 'VirtioVirtqueues' },
  {
    vq: list(VirtqueueState, 1024),
  },
);

export const VirtioRingsize = vmstate(
  'virtio/ringsize',
  { version: 1, minimum: 1, type: 'VirtioRingsize' },
  {
    vq: list(RingsizeState, 1024),
  },
);

export const VirtioBroken = vmstate(
  'virtio/broken',
  { version: 1, minimum: 1, type: 'VirtioBroken' },
  {
    broken: bool,
  },
);

export const VirtioExtraState = vmstate(
  'virtio/extra_state',
  { version: 1, minimum: 1, type: 'VirtioExtraState' },
  {
    extraState: virtqueueExtraState(VirtioPciModernState, VirtioMmioState).wireName('extra_state'),
  },
).source('QEMU hw/virtio/virtio.c, put_extra_state');

export const VirtioStarted = vmstate(
  'virtio/started',
  { version: 1, minimum: 1, type: 'VirtioStarted' },
  {
    started: bool,
  },
);

export const VirtioPackedVirtqueues = vmstate(
  'virtio/packed_virtqueues',
  { version: 1, minimum: 1, type: 'VirtioPackedVirtqueues' },
  {
    vq: list(PackedVirtqueueState, 1024),
  },
);

export const VirtioDisabled = vmstate(
  'virtio/disabled',
  { version: 1, minimum: 1, type: 'VirtioDisabled' },
  {
    disabled: bool,
  },
);

export const Virtio = vmstate(
  'virtio',
  { version: 1, type: 'Virtio' },
  {},
  {
    'virtio/device_endian': VirtioDeviceEndian,
    'virtio/128bit_features': Virtio128bitFeatures,
    'virtio/64bit_features': Virtio64bitFeatures,
    'virtio/virtqueues': VirtioVirtqueues,
    'virtio/ringsize': VirtioRingsize,
    'virtio/broken': VirtioBroken,
    'virtio/extra_state': VirtioExtraState,
    'virtio/started': VirtioStarted,
    'virtio/packed_virtqueues': VirtioPackedVirtqueues,
    'virtio/disabled': VirtioDisabled,
  },
);
