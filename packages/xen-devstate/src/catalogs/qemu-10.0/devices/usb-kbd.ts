export * from '../../qemu-7.2/devices/usb-kbd.js';
