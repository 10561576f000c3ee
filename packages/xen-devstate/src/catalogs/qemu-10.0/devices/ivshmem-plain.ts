export * from '../../qemu-7.2/devices/ivshmem-plain.js';
