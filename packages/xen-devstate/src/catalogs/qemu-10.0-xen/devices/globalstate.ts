export * from '../../qemu-10.0/devices/globalstate.js';
