export * from '../../qemu-7.2/parts/pmsmb.js';
