export * from '../../qemu-10.0/parts/ramfb.js';
