export * from '../../qemu-7.2-xen/devices/usb-host.js';
