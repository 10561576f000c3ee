export * from '../../qemu-7.2/devices/ipmi-interface-isa-bt.js';
