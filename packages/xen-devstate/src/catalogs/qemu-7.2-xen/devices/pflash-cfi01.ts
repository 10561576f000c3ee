export * from '../../qemu-7.2/devices/pflash-cfi01.js';
