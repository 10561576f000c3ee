// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const AcpiPcihpPciStatus = vmstate(
  'acpi_pcihp_pci_status',
  { version: 1, type: 'AcpiPcihpPciStatus' },
  {
    up: uint32,
    down: uint32,
  },
);
