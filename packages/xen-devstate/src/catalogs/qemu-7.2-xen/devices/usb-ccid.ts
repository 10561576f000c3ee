export * from '../../qemu-7.2/devices/usb-ccid.js';
