import type { CommandEntry } from '@bytewright/cli';
import type { Host } from './host.js';

/** All commands, in the order of the overview. Each is loaded when it is called. */
export const COMMANDS: readonly CommandEntry<Host>[] = [
  {
    name: 'list',
    synopsis: 'FILE [--json]',
    summary: 'the sections of a file',
    load: async () => (await import('./commands/list.js')).list,
  },
  {
    name: 'show',
    synopsis: 'FILE [PATH…]',
    summary: 'the fields of its devices, for people',
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'explain',
    synopsis: 'FILE [PATH] [--json]',
    summary: 'every byte of it: offset, length, type, value',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'get',
    synopsis: 'FILE PATH [--json]',
    summary: 'one value',
    load: async () => (await import('./commands/get.js')).get,
  },
  {
    name: 'set',
    synopsis: 'FILE PATH=VALUE… -o OUT',
    summary: 'the file with other values',
    load: async () => (await import('./commands/set.js')).set,
  },
  {
    name: 'diff',
    synopsis: 'A B [--json]',
    summary: 'what differs between two files, by device and field',
    load: async () => (await import('./commands/diff.js')).diff,
  },
  {
    name: 'decode',
    synopsis: 'FILE [-o OUT.json]',
    summary: 'a file as JSON',
    load: async () => (await import('./commands/decode.js')).decode,
  },
  {
    name: 'encode',
    synopsis: 'FILE.json [-o OUT]',
    summary: 'JSON as the same file again',
    load: async () => (await import('./commands/encode.js')).encode,
  },
  {
    name: 'verify',
    synopsis: 'FILE… [--json]',
    summary: 'whether files come back byte for byte',
    load: async () => (await import('./commands/verify.js')).verify,
  },
  {
    name: 'doctor',
    synopsis: 'FILE [--against TARGET] [--json]',
    summary: 'why it cannot be loaded there, and what to do',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  {
    name: 'devices',
    synopsis: '[NAME] [--json]',
    summary: 'the devices that are known',
    load: async () => (await import('./commands/devices.js')).devices,
  },
  {
    name: 'compare',
    synopsis: 'A B [DEVICE…] [--json]',
    summary: 'what differs on the wire between two builds of QEMU',
    load: async () => (await import('./commands/compare.js')).compare,
  },
  {
    name: 'import',
    synopsis: 'QEMU-BINARY -o FOLDER [--json]',
    summary: "schemas of all devices from QEMU's own tables",
    load: async () => (await import('./commands/import.js')).importCommand,
  },
];
