export * from '../../qemu-7.2/devices/i2c-bus.js';
