export * from '../../qemu-7.2/devices/kvm-tpr-opt.js';
