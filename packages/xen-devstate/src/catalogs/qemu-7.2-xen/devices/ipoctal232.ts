export * from '../../qemu-7.2/devices/ipoctal232.js';
