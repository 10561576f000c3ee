export * from '../../qemu-7.2/devices/serial-core.js';
