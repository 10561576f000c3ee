export * from '../../qemu-7.2/devices/apic.js';
