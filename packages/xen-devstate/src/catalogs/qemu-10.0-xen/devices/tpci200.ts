export * from '../../qemu-7.2/devices/tpci200.js';
