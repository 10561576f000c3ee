export * from '../../qemu-7.2/devices/mioe3680-pci.js';
