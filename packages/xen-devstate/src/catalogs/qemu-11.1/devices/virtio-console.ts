// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { VirtioSerialPorts, virtio, vmstate } from '@bytewright/xen-devstate/vmstate';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { Virtio } from '../parts/virtio.js';

export const VirtioConsole = vmstate(
  'virtio-console',
  { version: 3, minimum: 3, type: 'VirtioConsole' },
  {
    virtio: virtio('VirtioConsoleVirtio', { onPci: VirtioOnPci, common: Virtio, device: VirtioSerialPorts }),
  },
).source('QEMU hw/char/virtio-serial-bus.c');
