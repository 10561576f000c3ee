import { isEncodeError } from '@bytewright/runtime';
import { describe } from '@bytewright/runtime/codec';
import type { EditedField } from '../../edit/edit-file.js';
import { editFile } from '../../edit/edit-file.js';
import { outputOf, readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { STANDARD_STREAM } from '../load.js';
import { OPEN_HELP, OPEN_OPTIONS, openInput, openOptionsOf } from '../open-input.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { withPathErrors } from '../with-path-errors.js';
import { isSameFile, writeDeviceState } from '../writing/write-device-state.js';
import { NO_BINARY } from '../writing/write-file.js';

/** `devstate set`: other values. */
export const set: Command = {
  help: `Usage: devstate set FILE PATH=VALUE… -o OUT | --in-place [--catalog NAME | --layout OTHER] [--limit SIZE]

Writes the file with other values of some fields. Only the bytes of these fields change, unless one of them becomes
longer or shorter. All fields are set before any is encoded. What comes out is read again before it is written; a
value out of range, or one with which the file would be read as something else, is refused, and nothing is written.

PATH is that of one field, as in "devstate show". VALUE is a number in base 10 or 16, true or false, the name of an
enumeration's member, names of flags with | between them, bytes in base 16, text, and JSON for anything else: a
list of numbers is 1,2,0x10 or [1, 2, 16]; none is what is not there; -1 is a timer that is not armed.

  devstate set guest.dev mc146818rtc.cmosData[15]=0 -o edited.dev
  devstate set guest.dev 'dma#0.baddr=0x10' 'cpu.env.eip=0xfff0' -o edited.dev

FILE may be gzip'd; OUT is, if its name ends in .gz. - is standard input, and standard output for -o. Bytes are not
written to a terminal.

  -o, --output OUT  write a file, as a whole or not at all; not FILE itself
  -i, --in-place    write over FILE itself, gzip'd if it was
  -f, --force       -o may name FILE itself
      --allow-out-of-range  set what is none of an enumeration's members, bits without a name, and bytes for
                    truth values that are neither 0 nor 1
${OPEN_HELP}
${COMMON_HELP}

Exit codes: 0 written, 1 FILE is damaged, or a value is refused, 2 wrong usage (also a path that leads nowhere, or
a value that does not fit) or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      output: { type: 'string', short: 'o' },
      'in-place': { type: 'boolean', short: 'i' },
      force: { type: 'boolean', short: 'f' },
      'allow-out-of-range': { type: 'boolean' },
      ...OPEN_OPTIONS,
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const [file, ...edits] = args.files;
    if (file === undefined) throw new CommandError('FILE is missing');
    if (edits.length === 0) throw new CommandError('PATH=VALUE is missing');
    const isInPlace = args.has('in-place');
    const named = args.get('output');
    if (isInPlace === (named !== undefined)) throw new CommandError('give one of -o OUT and --in-place');
    if (isInPlace && file === STANDARD_STREAM)
      throw new CommandError('standard input cannot be written over');
    const output = isInPlace ? file : outputOf(args);
    if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
    if (!isInPlace && !args.has('force') && output !== undefined && (await isSameFile(file, output)))
      throw new CommandError(`-o ${printable(output)} is FILE itself; --in-place writes over it`);
    const input = await openInput(file, args, session);
    const edited = withPathErrors(() => {
      try {
        return editFile(input, edits);
      } catch (error) {
        if (isEncodeError(error)) throw new CommandError(error.message);
        throw error;
      }
    });
    if (!args.has('allow-out-of-range')) requireRanges(edited.fields);
    const isPacked = isInPlace ? input.gzip : output?.endsWith('.gz') === true;
    const { container } = input;
    const options = await openOptionsOf(args);
    await writeDeviceState(
      edited.bytes,
      { file, output, isPacked, container, options, limit: args.limit },
      session,
    );
    return EXIT.ok;
  },
};

/** @throws CommandError for a value that the field can hold, and is not documented to */
function requireRanges(fields: readonly EditedField[]): void {
  for (const { path, after, rangeBroken } of fields)
    if (rangeBroken !== undefined)
      throw new CommandError(
        `${path}: ${describe(after)} is out of range: expected ${rangeBroken}; --allow-out-of-range sets it all the same`,
        EXIT.problem,
      );
}
