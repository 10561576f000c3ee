export * from '../../qemu-7.2/devices/sysbus-ahci.js';
