export * from '../../qemu-7.2/devices/i82801b11-bridge.js';
