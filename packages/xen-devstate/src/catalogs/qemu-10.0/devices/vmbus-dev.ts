// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
export * from '../../qemu-7.2/devices/vmbus-dev.js';
