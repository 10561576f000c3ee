export * from '../../qemu-7.2/devices/usb-hub.js';
