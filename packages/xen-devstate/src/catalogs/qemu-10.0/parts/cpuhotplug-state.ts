export * from '../../qemu-7.2/parts/cpuhotplug-state.js';
