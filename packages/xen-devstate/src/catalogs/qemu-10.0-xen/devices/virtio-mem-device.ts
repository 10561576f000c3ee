export * from '../../qemu-10.0/devices/virtio-mem-device.js';
