export * from '../../qemu-7.2/devices/cirrus-vga.js';
