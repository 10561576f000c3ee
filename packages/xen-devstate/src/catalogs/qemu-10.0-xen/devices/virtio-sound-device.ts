export * from '../../qemu-10.0/devices/virtio-sound-device.js';
