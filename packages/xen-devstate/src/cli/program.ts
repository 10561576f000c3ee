import type { Program } from '@bytewright/cli';
import { versionOf } from '@bytewright/cli';
import { COMMANDS } from './commands.js';
import type { Host } from './host.js';

/** The program `devstate`. */
export const DEVSTATE: Program<Host> = {
  name: 'devstate',
  about: 'Reads and writes QEMU device-state files, as the QMP command xen-save-devices-state writes them.',
  version: () => versionOf(new URL('../../package.json', import.meta.url)),
  commands: COMMANDS,
  notes: "FILE may be gzip'd. - is standard input, and standard output for -o.",
  exitCodes: {
    0: 'yes: sound, the same, found, written',
    1: 'no: damaged, different, faulty, refused',
    2: 'wrong usage: an option, a path that leads nowhere, a value that its field cannot hold, a file that cannot be read',
    3: 'it cannot be known: what a file was to be compared with, or both, is damaged or not understood',
  },
};
