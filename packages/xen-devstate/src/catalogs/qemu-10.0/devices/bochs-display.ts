export * from '../../qemu-7.2/devices/bochs-display.js';
