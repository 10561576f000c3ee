export * from '../../qemu-10.0/parts/virtio-mem-device-sanity-checks.js';
