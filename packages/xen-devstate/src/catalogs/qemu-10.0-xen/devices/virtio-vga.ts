export * from '../../qemu-7.2-xen/devices/virtio-vga.js';
