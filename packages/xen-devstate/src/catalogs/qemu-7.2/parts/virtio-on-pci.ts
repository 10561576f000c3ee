// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { virtioOnPci } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from './pcidevice.js';

export const VirtioOnPci = virtioOnPci('VirtioOnPci', PCIDevice);
