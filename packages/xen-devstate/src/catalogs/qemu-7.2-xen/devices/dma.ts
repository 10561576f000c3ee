export * from '../../qemu-7.2/devices/dma.js';
