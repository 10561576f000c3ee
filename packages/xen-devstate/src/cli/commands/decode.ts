import { isDecodeError } from '@bytewright/runtime';
import { decodeDeviceState } from '../../codec.js';
import { printDeviceState } from '../../document/device-state-document.js';
import { onlyFile, outputOf, readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { describeProblem } from '../describe-problem.js';
import { load } from '../load.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { writeFile } from '../write-file.js';

/** `devstate decode`: a file as JSON. */
export const decode: Command = {
  name: 'decode',
  help: `Usage: devstate decode FILE [-o OUT.json] [--limit SIZE]

Prints a device-state file as a JSON document that people can read and edit, and that "devstate encode" turns back
into the same bytes. A damaged file gives no document; "devstate list" shows what can be understood of it.

FILE may be gzip'd. - is standard input, and standard output for -o.

  -o, --output OUT  write a file, as a whole or not at all (default: standard output)
      --limit SIZE  refuse more bytes than this, such as 64M or 1G (default 256M), also after inflating
  -h, --help        print this
      --version     print the version

Exit codes: 0 fine, 1 the file has a problem, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, { output: { type: 'string', short: 'o' } });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const output = outputOf(args);
    const { bytes, error } = await load(file, args.limit, session.host);
    if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.problem);
    const json = documentOf(file, bytes, args.limit);
    if (output === undefined) await session.out.pieces(json);
    else await writeFile(output, json);
    return EXIT.ok;
  },
};

function documentOf(file: string, bytes: Uint8Array, limit: number): Iterable<string> {
  try {
    return printDeviceState(decodeDeviceState(bytes, { bytes: 'view', limits: { inputSize: limit } }));
  } catch (error) {
    if (isDecodeError(error)) throw new CommandError(describeProblem(file, error), EXIT.problem);
    throw error;
  }
}
