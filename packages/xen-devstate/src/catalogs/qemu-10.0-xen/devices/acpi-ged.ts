export * from '../../qemu-10.0/devices/acpi-ged.js';
