export * from '../../qemu-7.2/devices/rtl8139.js';
