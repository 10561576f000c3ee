export * from '../../qemu-7.2/devices/cs4231a.js';
