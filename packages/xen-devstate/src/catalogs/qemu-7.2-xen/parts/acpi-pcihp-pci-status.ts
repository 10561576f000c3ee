export * from '../../qemu-7.2/parts/acpi-pcihp-pci-status.js';
