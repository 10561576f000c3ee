export * from '../../qemu-7.2/devices/mch.js';
