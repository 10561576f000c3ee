export * from '../../qemu-7.2/devices/vmbus-bridge.js';
