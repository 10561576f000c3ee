export * from '../../qemu-7.2/devices/vmxnet3.js';
