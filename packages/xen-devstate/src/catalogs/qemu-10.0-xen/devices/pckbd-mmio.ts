export * from '../../qemu-7.2/devices/pckbd-mmio.js';
