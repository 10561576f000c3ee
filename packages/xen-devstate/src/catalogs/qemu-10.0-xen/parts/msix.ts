export * from '../../qemu-7.2/parts/msix.js';
