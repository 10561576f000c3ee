export * from '../../qemu-7.2/devices/fw-cfg.js';
