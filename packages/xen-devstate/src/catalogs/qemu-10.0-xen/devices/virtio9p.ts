export * from '../../qemu-7.2/devices/virtio9p.js';
