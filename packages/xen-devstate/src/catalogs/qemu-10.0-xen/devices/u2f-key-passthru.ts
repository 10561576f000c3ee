export * from '../../qemu-7.2/devices/u2f-key-passthru.js';
