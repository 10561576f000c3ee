export * from '../../qemu-7.2/devices/i440-fx.js';
