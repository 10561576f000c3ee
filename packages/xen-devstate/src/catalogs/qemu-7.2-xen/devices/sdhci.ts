export * from '../../qemu-7.2/devices/sdhci.js';
