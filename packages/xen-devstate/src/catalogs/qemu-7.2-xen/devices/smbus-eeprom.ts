export * from '../../qemu-7.2/devices/smbus-eeprom.js';
