// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
export * from '../../qemu-10.0/devices/sb16.js';
