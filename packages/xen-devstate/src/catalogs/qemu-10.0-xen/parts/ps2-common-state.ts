export * from '../../qemu-7.2/parts/ps2-common-state.js';
