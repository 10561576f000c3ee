export * from '../../qemu-7.2/parts/ipmi-interface-bt.js';
