// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { VirtioSerialPorts, virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Virtio } from '../parts/virtio.js';
import { VirtioOnPci } from '../parts/virtio-on-pci.js';

export const VirtioConsole = vmstate(
  'virtio-console',
  { version: 3, minimum: 3, type: 'VirtioConsole' },
  {
    virtio: virtio('VirtioConsoleVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioSerialPorts }),
  },
).source('QEMU hw/char/virtio-serial-bus.c');
