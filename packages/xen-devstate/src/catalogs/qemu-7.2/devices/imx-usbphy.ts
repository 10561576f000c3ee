// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ImxUsbphy = vmstate(
  'imx.usbphy',
  { version: 1, minimum: 1, type: 'ImxUsbphy' },
  {
    usbphy: list(uint32, 33),
  },
);
