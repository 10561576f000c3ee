export * from '../../qemu-7.2/devices/pcm3680i-pci.js';
