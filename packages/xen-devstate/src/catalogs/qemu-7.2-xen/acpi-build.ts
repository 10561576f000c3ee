import { uint8, vmstate } from '../../vmstate/index.js';

export const AcpiBuild = vmstate(
  'acpi_build',
  { version: 1, minimum: 1, type: 'AcpiBuild' },
  {
    patched: uint8,
  },
);
