export * from '../../qemu-7.2/devices/e1000.js';
