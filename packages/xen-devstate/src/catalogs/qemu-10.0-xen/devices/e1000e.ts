export * from '../../qemu-10.0/devices/e1000e.js';
