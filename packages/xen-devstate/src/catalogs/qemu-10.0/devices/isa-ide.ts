export * from '../../qemu-7.2/devices/isa-ide.js';
