export * from '../../qemu-7.2/devices/ctucan-pci.js';
