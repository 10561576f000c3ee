export * from '../../qemu-7.2/devices/ich9-lpc.js';
