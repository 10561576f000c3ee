export * from '../../qemu-7.2/devices/tpm-emulator.js';
