export * from '../../qemu-7.2/devices/parallel-isa.js';
