export * from '../../qemu-7.2/parts/pcidevice.js';
