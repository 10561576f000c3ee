import { CommandError, EXIT } from './command-error.js';
import { COMMANDS } from './commands.js';
import { complain } from './complain.js';
import { EXIT_CODES } from './exit-codes.js';
import type { Host } from './host.js';
import { printable } from './printable.js';
import type { Session } from './session.js';
import { openSession } from './session.js';
import { showHelp } from './show-help.js';

const HELP = `Usage: devstate COMMAND …

Reads and writes QEMU device-state files, as the QMP command xen-save-devices-state writes them.

  devstate list FILE [--json]               the sections of a file
  devstate show FILE [PATH…]                the fields of its devices, for people
  devstate explain FILE [PATH] [--json]     every byte of it: offset, length, type, value
  devstate get FILE PATH                    one value
  devstate set FILE PATH=VALUE… -o OUT      the file with other values
  devstate diff A B [--json]                what differs between two files, by device and field
  devstate decode FILE [-o OUT.json]        a file as JSON
  devstate encode FILE.json [-o OUT]        JSON as the same file again
  devstate verify FILE… [--json]            whether files come back byte for byte
  devstate doctor FILE [--against TARGET]   why it cannot be loaded there, and what to do
  devstate devices [NAME] [--json]          the devices that are known
  devstate compare A B [DEVICE…] [--json]   what differs on the wire between two builds of QEMU
  devstate import QEMU-BINARY -o FOLDER     schemas of all devices from QEMU's own tables

  -h, --help     print this; after a command, print more about it
      --version  print the version

FILE may be gzip'd. - is standard input, and standard output for -o.
${EXIT_CODES}`;

/**
 * Runs `devstate` with the arguments that follow its name.
 *
 * @returns the exit code; see {@link EXIT_CODES}
 */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const session = openSession(host);
  try {
    return await dispatch(args, session);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await complain(session, error.message);
    return error.exitCode;
  }
}

async function dispatch([first, ...rest]: readonly string[], session: Session): Promise<number> {
  if (first === '--help' || first === '-h') return showHelp({ help: HELP }, 'help', session);
  if (first === '--version') return showHelp({ help: HELP }, 'version', session);
  if (first === undefined) {
    await session.err.line(HELP);
    return EXIT.usage;
  }
  const load = COMMANDS.get(first);
  if (load !== undefined) return (await load()).run(rest, session);
  const kind = first.startsWith('-') ? 'option' : 'command';
  throw new CommandError(`unknown ${kind} ${printable(first)}; devstate --help lists what there is`);
}
