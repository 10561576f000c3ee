export * from '../../qemu-10.0/devices/sd-card.js';
