import { printOpenedFile } from '../../edit/opened-document.js';
import { onlyFile, outputOf, readArguments } from '../arguments.js';
import { EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { OPEN_HELP, OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { writeFile } from '../writing/write-file.js';

/** `devstate decode`: a file as JSON. */
export const decode: Command = {
  help: `Usage: devstate decode FILE [-o OUT.json] [--catalog NAME | --layout OTHER] [--limit SIZE]

Prints a device-state file as a JSON document that people can read and edit, and that "devstate encode" turns back
into the same bytes: every field of the devices that are known, the payloads of the others as bytes. A damaged file
gives no document; "devstate list" shows what can be understood of it.

FILE may be gzip'd. - is standard input, and standard output for -o.

  -o, --output OUT  write a file, as a whole or not at all (default: standard output)
${OPEN_HELP}
${COMMON_HELP}

Exit codes: 0 fine, 1 the file has a problem, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, { output: { type: 'string', short: 'o' }, ...OPEN_OPTIONS });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const output = outputOf(args);
    const json = printOpenedFile(await openInput(file, args, session));
    if (output === undefined) await session.out.pieces(json);
    else await writeFile(output, json, { madeFrom: file, files: session.host.files });
    return EXIT.ok;
  },
};
