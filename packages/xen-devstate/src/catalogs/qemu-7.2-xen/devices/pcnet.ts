export * from '../../qemu-7.2/devices/pcnet.js';
