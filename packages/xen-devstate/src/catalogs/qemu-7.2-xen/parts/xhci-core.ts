export * from '../../qemu-7.2/parts/xhci-core.js';
