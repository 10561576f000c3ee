export * from '../../qemu-7.2/devices/piix3.js';
