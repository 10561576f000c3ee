export * from '../../qemu-7.2/devices/ac97.js';
