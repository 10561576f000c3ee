export * from '../../qemu-7.2/devices/i8259.js';
