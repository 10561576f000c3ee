export * from '../../qemu-7.2/devices/pcie-root-port.js';
