export * from '../../qemu-7.2/devices/ioh3240-express-root-port.js';
