export * from '../../qemu-7.2/devices/kvaser-pci.js';
