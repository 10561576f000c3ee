export * from '../../qemu-7.2/parts/memory-hotplug-state.js';
