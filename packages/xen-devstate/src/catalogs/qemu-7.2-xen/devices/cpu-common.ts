export * from '../../qemu-7.2/devices/cpu-common.js';
