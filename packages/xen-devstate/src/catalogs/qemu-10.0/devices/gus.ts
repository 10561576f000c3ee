export * from '../../qemu-7.2/devices/gus.js';
