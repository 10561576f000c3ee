export * from '../../qemu-7.2/parts/ide-bus.js';
