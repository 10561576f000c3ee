// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const AcpiBuild = vmstate(
  'acpi_build',
  { version: 1, minimum: 1, type: 'AcpiBuild' },
  {
    patched: uint8,
  },
);
