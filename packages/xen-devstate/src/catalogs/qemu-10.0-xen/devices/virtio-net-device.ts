export * from '../../qemu-10.0/devices/virtio-net-device.js';
