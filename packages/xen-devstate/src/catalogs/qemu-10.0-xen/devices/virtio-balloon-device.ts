export * from '../../qemu-7.2/devices/virtio-balloon-device.js';
