export * from '../../qemu-7.2/devices/port92.js';
