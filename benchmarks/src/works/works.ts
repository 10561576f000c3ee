import type { Work } from './work.js';

/** All works by name, in the order in which they are measured. Only the one that is measured is loaded. */
export const WORKS: Readonly<Record<string, () => Promise<Work>>> = {
  'device-state': async () => (await import('../device-state/work.js')).DEVICE_STATE,
  records: async () => (await import('../records/work.js')).RECORDS,
  pcap: async () => (await import('../pcap/work.js')).PCAP,
  png: async () => (await import('../png/work.js')).PNG,
  elf: async () => (await import('../elf/work.js')).ELF,
  zip: async () => (await import('../zip/work.js')).ZIP,
};
