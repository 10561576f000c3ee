export * from '../../qemu-7.2-xen/devices/platform.js';
