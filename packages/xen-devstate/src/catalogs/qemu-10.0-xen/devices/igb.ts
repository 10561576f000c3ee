export * from '../../qemu-10.0/devices/igb.js';
