export * from '../../qemu-7.2/devices/ne2000.js';
