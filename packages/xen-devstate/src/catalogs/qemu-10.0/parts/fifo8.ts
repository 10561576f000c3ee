export * from '../../qemu-7.2/parts/fifo8.js';
