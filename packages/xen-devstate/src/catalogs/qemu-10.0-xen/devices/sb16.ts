export * from '../../qemu-10.0/devices/sb16.js';
