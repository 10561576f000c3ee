export * from '../../qemu-10.0/devices/ich9-ahci.js';
