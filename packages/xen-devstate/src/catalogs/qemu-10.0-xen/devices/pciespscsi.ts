export * from '../../qemu-10.0/devices/pciespscsi.js';
