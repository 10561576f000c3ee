export * from '../../qemu-7.2/devices/intel-hda.js';
