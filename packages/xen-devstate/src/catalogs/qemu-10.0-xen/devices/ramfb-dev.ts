export * from '../../qemu-10.0/devices/ramfb-dev.js';
