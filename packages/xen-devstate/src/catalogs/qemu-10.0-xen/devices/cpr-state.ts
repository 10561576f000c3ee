export * from '../../qemu-10.0/devices/cpr-state.js';
