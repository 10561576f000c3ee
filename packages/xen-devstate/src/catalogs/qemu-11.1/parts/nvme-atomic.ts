// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const NvmeAtomic = vmstate(
  'nvme-atomic',
  { version: 1, type: 'NvmeAtomic' },
  {
    atomicMaxWriteSize: uint32.wireName('atomic_max_write_size'),
    atomicBoundary: uint64.wireName('atomic_boundary'),
    atomicNabo: uint64.wireName('atomic_nabo'),
    atomicWrites: bool.wireName('atomic_writes'),
  },
);
