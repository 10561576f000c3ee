import type { FactWords, Words } from './words.js';

/** What decides the shape of other devices. */
export const DEVICE_FACTS: Readonly<Record<string, FactWords>> = {
  timeAdjust: (inFile) => ({
    cause: 'e1000e-timadj',
    expected: inFile ? 'no `timadj`' : '`core.timadj`, 8 bytes',
    found: inFile ? '8 bytes of `core.timadj`' : 'no `timadj`',
    why: `\`timadj\` is saved from machine type 8.0 on; the target is started as ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global e1000e.migrate-timadj=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/net/e1000e.c, e1000e_migrate_timadj; hw/core/machine.c, hw_compat_7_2',
  }),
  scanoutFormats: (inFile) => ({
    cause: 'virtio-gpu-scanout',
    expected: inFile ? 'outputs of 52 bytes' : 'outputs of 76 bytes',
    found: inFile ? 'outputs of 76 bytes' : 'outputs of 52 bytes',
    why: `more of each output is saved from machine type 9.0 on; the target is started as ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global virtio-gpu-device.x-scanout-vmstate-version=${inFile ? 2 : 1}`],
    source: 'QEMU hw/display/virtio-gpu.c, vmstate_before_v2; hw/core/machine.c, hw_compat_8_2',
  }),
  earlyMemory: (inFile) => ({
    cause: 'virtio-mem-early',
    expected: inFile ? 'the map of plugged blocks in this section' : 'the map in a section of its own',
    found: inFile ? 'no map' : 'the map of plugged blocks',
    why: `the map is saved apart from machine type 8.0 on; the target is started as ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global virtio-mem.x-early-migration=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/virtio/virtio-mem.c; hw/core/machine.c, hw_compat_7_2',
  }),
};

/** Facts that are numbers, and what they number. */
const NUMBERS: Readonly<Record<string, string>> = {
  ahciPorts: 'ports of the AHCI controller',
  xhciSlots: 'slots of the xHCI controller',
  xhciInterrupters: 'interrupters of the xHCI controller',
  flashBlockSize: 'bytes of a block of flash memory',
  sdGroupWords: "words of the card's map of protected groups, which its size decides",
  sdBufferSize: "bytes of the host controller's buffer",
  fifoSize: 'bytes of the FIFO',
};

/** The words for a fact that nothing particular is known of. */
export function otherFact(name: string, inFile: unknown, there: unknown): Words {
  const what = NUMBERS[name] ?? name;
  return {
    cause: `other-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    expected: `${what}: ${String(there)}`,
    found: `${what}: ${String(inFile)}`,
    why: 'the device is set up in another way in the target than where the file was written',
    advice: ['start the target with the same options for this device'],
    source: null,
  };
}
