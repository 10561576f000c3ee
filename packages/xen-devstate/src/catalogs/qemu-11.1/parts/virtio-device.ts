// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtio } from '@bytewright/xen-devstate/vmstate';
import { VirtioOnPci } from '../../qemu-7.2/parts/virtio-on-pci.js';
import { Virtio } from './virtio.js';

export const VirtioDevice = virtio('VirtioDevice', { onPci: VirtioOnPci, common: Virtio });
