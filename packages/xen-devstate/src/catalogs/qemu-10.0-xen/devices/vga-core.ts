export * from '../../qemu-7.2-xen/devices/vga-core.js';
