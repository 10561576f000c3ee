export * from '../../qemu-7.2/devices/mc146818rtc.js';
