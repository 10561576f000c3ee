export * from '../../qemu-7.2/devices/ps2mouse.js';
