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

/** `devstate set`: changes values. */
export const set: Command = {
  usage: ['FILE PATH=VALUE… -o OUT [options]', 'FILE PATH=VALUE… --in-place [options]'],
  operands: [{ name: 'FILE' }, { name: 'PATH=VALUE', repeats: true }],
  about: `Changes the values of fields and writes the result. Only the bytes of these fields change, unless one of them
becomes longer or shorter. All fields are set before any is encoded. The result is decoded again before it is
written. A value that is out of range, or that would make the file decode differently, is refused, and nothing
is written.

PATH is the path of one field, as in "devstate show". VALUE is a decimal or hexadecimal number, true or false,
the name of an enumeration member, names of flags separated by |, bytes in hexadecimal, or text; anything else
is JSON. A list of numbers is 1,2,0x10 or [1, 2, 16]; none makes a field absent; -1 is a timer that is not
armed.

FILE may be gzip'd; OUT is gzip'd if its name ends in .gz. - is standard input, and standard output for -o.
Bytes are not written to a terminal.`,
  options: [
    { ...OUTPUT_OPTION, help: 'write to a file, completely or not at all; must not be FILE itself' },
    { name: 'in-place', short: 'i', help: "overwrite FILE itself; it stays gzip'd if it was" },
    { name: 'force', short: 'f', help: 'allow -o to name FILE itself' },
    {
      name: 'allow-out-of-range',
      help: 'allow values that are not enumeration members, unnamed flag bits, and boolean bytes other than 0 and 1',
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
    1: 'FILE is damaged, or a value was refused',
    2: 'wrong usage (including an unknown path or a value that does not fit), or a file that cannot be read',
  },

  async run(args, session) {
    const [, ...edits] = args.operands;
    const file = args.operand(0);
    const isInPlace = args.has('in-place');
    const named = args.get('output');
    if (isInPlace === (named !== undefined)) throw new UsageError('expected either -o OUT or --in-place');
    if (isInPlace && file === STANDARD_STREAM) throw new CommandError('standard input cannot be overwritten');
    const output = isInPlace ? file : outputOf(args);
    if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
    if (!isInPlace && !args.has('force') && output !== undefined && (await isSameFile(file, output)))
      throw new CommandError(`-o ${output} is FILE itself; use --in-place to overwrite it`);
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

/** @throws CommandError for a value that the field can hold but that is outside of its documented range */
function requireRanges(fields: readonly EditedField[]): void {
  for (const { path, after, rangeBroken } of fields)
    if (rangeBroken !== undefined)
      throw new CommandError(
        `${path}: ${describe(after)} is out of range: expected ${rangeBroken}; use --allow-out-of-range to set it anyway`,
        EXIT.no,
      );
}
