export * from '../../qemu-7.2/parts/ipmi-interface-kcs.js';
