export * from '../../qemu-7.2/devices/hda-audio.js';
