export * from '../../qemu-7.2/devices/ne20002.js';
