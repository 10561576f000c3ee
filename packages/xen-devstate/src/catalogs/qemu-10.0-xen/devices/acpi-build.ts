export * from '../../qemu-7.2/devices/acpi-build.js';
