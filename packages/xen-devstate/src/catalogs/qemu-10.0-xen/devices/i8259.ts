export * from '../../qemu-10.0/devices/i8259.js';
