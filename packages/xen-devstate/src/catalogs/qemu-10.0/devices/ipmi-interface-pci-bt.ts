export * from '../../qemu-7.2/devices/ipmi-interface-pci-bt.js';
