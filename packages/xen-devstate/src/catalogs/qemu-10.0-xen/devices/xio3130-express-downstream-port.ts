export * from '../../qemu-7.2/devices/xio3130-express-downstream-port.js';
