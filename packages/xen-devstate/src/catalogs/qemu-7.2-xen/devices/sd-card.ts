export * from '../../qemu-7.2/devices/sd-card.js';
