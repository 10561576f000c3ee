// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio } from '@bytewright/xen-devstate/vmstate';
import { Virtio } from './virtio.js';
import { VirtioOnPci } from './virtio-on-pci.js';

export const VirtioDevice = virtio('VirtioDevice', { onPci: VirtioOnPci, common: Virtio });
