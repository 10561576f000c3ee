export * from '../../qemu-7.2/devices/i8254.js';
