import type { Program } from '@bytewright/cli';
import { versionOf } from '@bytewright/cli';
import { COMMANDS } from './commands.js';
import type { Host } from './host.js';

/** The program `devstate`. */
export const DEVSTATE: Program<Host> = {
  name: 'devstate',
  about: 'Reads and writes QEMU device-state files, as written by the QMP command xen-save-devices-state.',
  version: () => versionOf(new URL('../../package.json', import.meta.url)),
  commands: COMMANDS,
  notes: "FILE may be gzip'd. - is standard input, and standard output for -o.",
  exitCodes: {
    0: 'success: undamaged, equal, found, written',
    1: 'failure: damaged, different, faulty, refused',
    2: 'wrong usage: an invalid option, an unknown path, a value that its field cannot hold, a file that cannot be read',
    3: 'unknown: a file to be compared is damaged or not understood',
  },
};
