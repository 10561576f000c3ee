export * from '../../qemu-7.2/parts/apmstate.js';
