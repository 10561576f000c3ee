import type { CommandEntry } from '@bytewright/cli';
import type { Host } from './host.js';

/** All commands, in the order of the overview. Each is loaded on demand. */
export const COMMANDS: readonly CommandEntry<Host>[] = [
  {
    name: 'list',
    synopsis: 'FILE [--json]',
    summary: 'list the sections of a file',
    load: async () => (await import('./commands/list.js')).list,
  },
  {
    name: 'show',
    synopsis: 'FILE [PATH…]',
    summary: 'show device fields in readable form',
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'explain',
    synopsis: 'FILE [PATH] [--json]',
    summary: 'account for every byte: offset, length, type, value',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'get',
    synopsis: 'FILE PATH [--json]',
    summary: 'print one value',
    load: async () => (await import('./commands/get.js')).get,
  },
  {
    name: 'set',
    synopsis: 'FILE PATH=VALUE… -o OUT',
    summary: 'change values and write the result',
    load: async () => (await import('./commands/set.js')).set,
  },
  {
    name: 'diff',
    synopsis: 'A B [--json]',
    summary: 'compare two files by device and field',
    load: async () => (await import('./commands/diff.js')).diff,
  },
  {
    name: 'decode',
    synopsis: 'FILE [-o OUT.json]',
    summary: 'convert a file to JSON',
    load: async () => (await import('./commands/decode.js')).decode,
  },
  {
    name: 'encode',
    synopsis: 'FILE.json [-o OUT]',
    summary: 'convert JSON back to a device-state file',
    load: async () => (await import('./commands/encode.js')).encode,
  },
  {
    name: 'verify',
    synopsis: 'FILE… [--json]',
    summary: 'check that files round-trip byte for byte',
    load: async () => (await import('./commands/verify.js')).verify,
  },
  {
    name: 'doctor',
    synopsis: 'FILE [--against TARGET] [--json]',
    summary: 'find out why a file cannot be loaded, and what to do',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  {
    name: 'devices',
    synopsis: '[NAME] [--json]',
    summary: 'list the known devices',
    load: async () => (await import('./commands/devices.js')).devices,
  },
  {
    name: 'compare',
    synopsis: 'A B [DEVICE…] [--json]',
    summary: 'compare the wire formats of two QEMU builds',
    load: async () => (await import('./commands/compare.js')).compare,
  },
  {
    name: 'import',
    synopsis: 'QEMU-BINARY -o FOLDER [--json]',
    summary: "generate device schemas from QEMU's own tables",
    load: async () => (await import('./commands/import.js')).importCommand,
  },
];
