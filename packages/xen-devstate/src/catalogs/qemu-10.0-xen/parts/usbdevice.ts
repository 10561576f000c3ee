export * from '../../qemu-7.2/parts/usbdevice.js';
