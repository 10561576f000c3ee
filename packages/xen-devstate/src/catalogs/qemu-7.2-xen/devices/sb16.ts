export * from '../../qemu-7.2/devices/sb16.js';
