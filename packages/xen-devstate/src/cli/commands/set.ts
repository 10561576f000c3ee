import { CommandError, EXIT, UsageError } from '@bytewright/cli';
import { isEncodeError } from '@bytewright/runtime';
import { describe } from '@bytewright/runtime/codec';
import type { EditedField } from '../../edit/edit-file.js';
import { editFile } from '../../edit/edit-file.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { STANDARD_STREAM } from '../load.js';
import { OPEN_OPTIONS, openInput, openOptionsOf } from '../open-input.js';
import { OUTPUT_OPTION, outputOf } from '../output-option.js';
import type { Command } from '../session.js';
import { withPathErrors } from '../with-path-errors.js';
import { isSameFile, writeDeviceState } from '../writing/write-device-state.js';
import { NO_BINARY } from '../writing/write-file.js';

/** `devstate set`: other values. */
export const set: Command = {
  usage: ['FILE PATH=VALUE… -o OUT [options]', 'FILE PATH=VALUE… --in-place [options]'],
  operands: [{ name: 'FILE' }, { name: 'PATH=VALUE', repeats: true }],
  about: `Writes the file with other values of some fields. Only the bytes of these fields change, unless one of them becomes
longer or shorter. All fields are set before any is encoded. What comes out is read again before it is written; a
value out of range, or one with which the file would be read as something else, is refused, and nothing is written.

PATH is that of one field, as in "devstate show". VALUE is a number in base 10 or 16, true or false, the name of an
enumeration's member, names of flags with | between them, bytes in base 16, text, and JSON for anything else: a
list of numbers is 1,2,0x10 or [1, 2, 16]; none is what is not there; -1 is a timer that is not armed.

FILE may be gzip'd; OUT is, if its name ends in .gz. - is standard input, and standard output for -o. Bytes are not
written to a terminal.`,
  options: [
    { ...OUTPUT_OPTION, help: 'write a file, as a whole or not at all; not FILE itself' },
    { name: 'in-place', short: 'i', help: "write over FILE itself, gzip'd if it was" },
    { name: 'force', short: 'f', help: '-o may name FILE itself' },
    {
      name: 'allow-out-of-range',
      help: "set what is none of an enumeration's members, bits without a name, and bytes for truth values that are neither 0 nor 1",
    },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  examples: [
    'set guest.dev mc146818rtc.cmosData[15]=0 -o edited.dev',
    "set guest.dev 'dma#0.baddr=0x10' 'cpu.env.eip=0xfff0' -o edited.dev",
  ],
  exitCodes: {
    0: 'written',
    1: 'FILE is damaged, or a value is refused',
    2: 'wrong usage (also a path that leads nowhere, or a value that does not fit), or a file that cannot be read',
  },

  async run(args, session) {
    const [, ...edits] = args.operands;
    const file = args.operand(0);
    const isInPlace = args.has('in-place');
    const named = args.get('output');
    if (isInPlace === (named !== undefined)) throw new UsageError('give one of -o OUT and --in-place');
    if (isInPlace && file === STANDARD_STREAM)
      throw new CommandError('standard input cannot be written over');
    const output = isInPlace ? file : outputOf(args);
    if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
    if (!isInPlace && !args.has('force') && output !== undefined && (await isSameFile(file, output)))
      throw new CommandError(`-o ${output} is FILE itself; --in-place writes over it`);
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
      { file, output, isPacked, container, options, limit: limitOf(args) },
      session,
    );
    return EXIT.yes;
  },
};

/** @throws CommandError for a value that the field can hold, and is not documented to */
function requireRanges(fields: readonly EditedField[]): void {
  for (const { path, after, rangeBroken } of fields)
    if (rangeBroken !== undefined)
      throw new CommandError(
        `${path}: ${describe(after)} is out of range: expected ${rangeBroken}; --allow-out-of-range sets it all the same`,
        EXIT.no,
      );
}
