export * from '../../qemu-7.2/devices/iommu-intel.js';
