export * from '../../qemu-7.2/devices/ib700-wdt.js';
