import { EXIT } from '@bytewright/cli';
import { printOpenedFile } from '../../edit/opened-document.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import { OUTPUT_OPTION, outputOf } from '../output-option.js';
import type { Command } from '../session.js';
import { writeFile } from '../writing/write-file.js';

/** `devstate decode`: converts a file to JSON. */
export const decode: Command = {
  operands: [{ name: 'FILE' }],
  about: `Converts a device-state file to a JSON document that people can read and edit, and that "devstate encode" converts
back to the same bytes. It has every field of the known devices; payloads of other devices are given as bytes. A
damaged file gives no document; "devstate list" shows the part that can be decoded.

FILE may be gzip'd. - is standard input, and standard output for -o.`,
  options: [OUTPUT_OPTION, ...OPEN_OPTIONS, LIMIT_OPTION],
  exitCodes: {
    0: 'decoded',
    1: 'the file has a problem',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const file = args.operand(0);
    const output = outputOf(args);
    const json = printOpenedFile(await openInput(file, args, session));
    if (output === undefined) await session.out.pieces(json);
    else await writeFile(output, json, { madeFrom: file, files: session.host.files });
    return EXIT.yes;
  },
};
