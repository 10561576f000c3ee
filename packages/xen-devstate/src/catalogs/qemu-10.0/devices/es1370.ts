export * from '../../qemu-7.2/devices/es1370.js';
