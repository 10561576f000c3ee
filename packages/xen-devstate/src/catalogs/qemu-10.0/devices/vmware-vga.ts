export * from '../../qemu-7.2/devices/vmware-vga.js';
