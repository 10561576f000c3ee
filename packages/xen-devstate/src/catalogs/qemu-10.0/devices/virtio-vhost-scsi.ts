export * from '../../qemu-7.2/devices/virtio-vhost-scsi.js';
