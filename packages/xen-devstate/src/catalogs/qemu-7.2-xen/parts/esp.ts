export * from '../../qemu-7.2/parts/esp.js';
