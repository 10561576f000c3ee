// The door of catalogs: what a schema module of a device may read.

export { pciConfigSize } from '../vmstate/pci-config.js';
export { scsiController } from '../vmstate/scsi-requests.js';
export { onMmio } from '../vmstate/virtio.js';
export { acpiIndex } from './acpi-index.js';
export { ahciPorts } from './ahci-ports.js';
export { bridgeHotplug } from './bridge-hotplug.js';
export { earlyMemory } from './early-memory.js';
export { espVersion } from './esp-version.js';
export { fifoSize } from './fifo-size.js';
export { flashBlockSize } from './flash-block-size.js';
export { ich9Smbus } from './ich9-smbus.js';
export { memoryWords } from './memory-words.js';
export { multicastSize } from './multicast-size.js';
export { multiqueue } from './multiqueue.js';
export { onPcie } from './on-pcie.js';
export { otherQueues } from './other-queues.js';
export { portMsix } from './port-msix.js';
export { scanoutFormats } from './scanout-formats.js';
export { sdBufferSize } from './sd-buffer-size.js';
export { sdGroupWords } from './sd-group-words.js';
export { smbus } from './smbus.js';
export { standardHotplug } from './standard-hotplug.js';
export { timeAdjust } from './time-adjust.js';
export { xhciInterrupters } from './xhci-interrupters.js';
export { xhciSlots } from './xhci-slots.js';
