export * from '../../qemu-7.2/devices/ipmi-bmc-extern.js';
