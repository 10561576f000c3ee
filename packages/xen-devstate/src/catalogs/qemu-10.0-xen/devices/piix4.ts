export * from '../../qemu-10.0/devices/piix4.js';
