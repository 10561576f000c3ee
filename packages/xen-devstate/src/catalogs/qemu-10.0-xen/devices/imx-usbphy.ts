export * from '../../qemu-7.2/devices/imx-usbphy.js';
