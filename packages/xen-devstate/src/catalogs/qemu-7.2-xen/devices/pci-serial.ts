export * from '../../qemu-7.2/devices/pci-serial.js';
