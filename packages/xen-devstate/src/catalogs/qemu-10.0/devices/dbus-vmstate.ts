export * from '../../qemu-7.2/devices/dbus-vmstate.js';
