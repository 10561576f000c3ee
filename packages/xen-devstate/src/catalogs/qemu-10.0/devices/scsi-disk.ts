export * from '../../qemu-7.2/devices/scsi-disk.js';
