// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, since } from '@bytewright/schema-dsl';
import { buffer, uint8, uint32, uint64, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Ioapic = vmstate(
  'ioapic',
  { version: 3, minimum: 1, type: 'Ioapic' },
  {
    id: uint8,
    ioregsel: uint8,
    unused: since(version, 2, buffer(8).wireType('unused_buffer')),
    irr: since(version, 2, uint32),
    ioredtbl: list(uint64, 24),
  },
);
