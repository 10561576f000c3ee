export * from '../../qemu-7.2/devices/i6300esb-wdt.js';
