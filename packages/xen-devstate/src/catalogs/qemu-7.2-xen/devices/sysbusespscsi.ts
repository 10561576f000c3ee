export * from '../../qemu-7.2/devices/sysbusespscsi.js';
