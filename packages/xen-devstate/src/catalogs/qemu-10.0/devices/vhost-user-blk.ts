export * from '../../qemu-7.2/devices/vhost-user-blk.js';
