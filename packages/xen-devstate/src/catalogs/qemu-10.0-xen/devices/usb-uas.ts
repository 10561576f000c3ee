export * from '../../qemu-7.2/devices/usb-uas.js';
