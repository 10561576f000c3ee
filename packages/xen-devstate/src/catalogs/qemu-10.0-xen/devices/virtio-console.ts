export * from '../../qemu-7.2/devices/virtio-console.js';
