export * from '../../qemu-7.2/parts/can-sja.js';
