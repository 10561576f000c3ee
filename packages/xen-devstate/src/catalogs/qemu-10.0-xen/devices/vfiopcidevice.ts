export * from '../../qemu-10.0/devices/vfiopcidevice.js';
