export * from '../../qemu-7.2/parts/pcieaererrorlog.js';
