export * from '../../qemu-7.2/parts/smbus-device.js';
