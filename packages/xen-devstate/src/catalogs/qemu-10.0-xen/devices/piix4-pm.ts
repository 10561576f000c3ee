export * from '../../qemu-7.2/devices/piix4-pm.js';
