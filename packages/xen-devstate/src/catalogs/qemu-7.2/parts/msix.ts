import { msixState, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Msix = vmstate(
  'msix',
  { version: 0, type: 'Msix' },
  {
    msix: msixState,
  },
).source('QEMU hw/pci/msix.c');
