export * from '../../qemu-7.2/devices/gpex-root.js';
