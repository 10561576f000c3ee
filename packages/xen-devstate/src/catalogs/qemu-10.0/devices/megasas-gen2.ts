export * from '../../qemu-7.2/devices/megasas-gen2.js';
