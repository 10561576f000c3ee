export * from '../../qemu-7.2/devices/pcie-pci-bridge.js';
