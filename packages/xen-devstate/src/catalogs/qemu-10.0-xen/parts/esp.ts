export * from '../../qemu-10.0/parts/esp.js';
