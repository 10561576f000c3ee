export * from '../../qemu-7.2/devices/pvpanic-pci.js';
