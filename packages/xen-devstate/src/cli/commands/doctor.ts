import type { Arguments, ExitCode } from '@bytewright/cli';
import { CommandError, count, EXIT, printable, UsageError } from '@bytewright/cli';
import { joinBytes } from '@bytewright/runtime/codec';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import { diagnose } from '../../doctor/diagnose.js';
import type { Diagnosis } from '../../doctor/diagnosis.js';
import { FixError } from '../../doctor/fix/fix-error.js';
import { fixFile } from '../../doctor/fix/fix-file.js';
import { repairBytes } from '../../doctor/fix/repair-bytes.js';
import { placeDiagnosis } from '../../doctor/place-diagnosis.js';
import type { Target } from '../../doctor/targets/target.js';
import type { OpenOptions } from '../../open/open-options.js';
import { openFile } from '../../open/opened-file.js';
import { AGAINST_OPTIONS, targetOf } from '../against-option.js';
import { diagnosisLines } from '../diagnosis-lines.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import type { LoadedDeviceState } from '../load.js';
import { loadDeviceState, nameOf } from '../load.js';
import { OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import { OUTPUT_OPTION, outputOf } from '../output-option.js';
import { readState } from '../read-state.js';
import type { Command, Session } from '../session.js';
import { STRICT_OPTION } from '../strict-option.js';
import { isSameFile, writeDeviceState } from '../writing/write-device-state.js';
import { NO_BINARY } from '../writing/write-file.js';

/** `devstate doctor`: finds out why a file cannot be loaded, and what to do. */
export const doctor: Command = {
  operands: [{ name: 'FILE' }],
  about: `Finds out why a file cannot be loaded: damage, and mismatches with what a target expects. For each finding,
prints the section and the byte, what was expected, what was found, the likely cause, and what to do. Follows
the file byte by byte as QEMU on the target would read it, and predicts QEMU's error messages.

FILE may be gzip'd, or a saved image or migration stream that contains a device state. - is standard input.`,
  options: [
    ...AGAINST_OPTIONS,
    {
      name: 'fix',
      help: 'write an undamaged file that the target accepts to OUT, if that is possible without losing data; the result is read and checked again before it is written',
    },
    { ...OUTPUT_OPTION, help: "where --fix writes; gzip'd if the name ends in .gz; - is standard output" },
    {
      ...STRICT_OPTION,
      help: 'treat bytes after the state as a fault that --fix cuts off (default: keep them)',
    },
    {
      name: 'json',
      help: 'print a JSON object instead: a Diagnosis of @bytewright/xen-devstate/doctor',
    },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  examples: [
    'doctor guest.dev',
    'doctor guest.dev --against there.dev',
    'doctor guest.dev --against qemu-7.2 --machine pc-i440fx-3.1',
    'doctor guest.dev --against there.dev --fix -o fixed.dev',
  ],
  exitCodes: {
    0: 'no fault found, or all were fixed',
    1: 'faults found, or they cannot be fixed',
    2: 'wrong usage, or a file that cannot be read',
    3: 'TARGET is damaged, or its tables are not understood',
  },

  async run(args, session) {
    const file = args.operand(0);
    const isFix = args.has('fix');
    if (isFix !== (args.get('output') !== undefined))
      throw new UsageError('--fix and -o OUT require each other');
    if (isFix && args.has('json')) throw new UsageError('--fix and --json cannot be combined');
    const options = await openOptionsOf(args);
    const loaded = await loadDeviceState(file, limitOf(args), session.host);
    const { opened } = await readState(loaded, options);
    const target = await targetOf(args, opened, session);
    if (isFix) return fix(file, loaded, { ...options, target }, args, session);
    const strict = args.has('strict');
    const diagnosis: Diagnosis = placeDiagnosis(
      await diagnose(loaded.bytes, { ...options, target, strict }, loaded.error),
      loaded.place,
      loaded.error !== undefined,
    );
    if (args.has('json')) await session.out.line(jsonText(diagnosis));
    else await session.out.pieces(diagnosisLines(file, diagnosis, loaded, session.out.colors));
    return diagnosis.healthy ? EXIT.yes : EXIT.no;
  },
};

async function fix(
  file: string,
  { bytes, error, container, place }: LoadedDeviceState,
  { target, ...options }: OpenOptions & { readonly target: Target | undefined },
  args: Arguments,
  session: Session,
): Promise<ExitCode> {
  const output = outputOf(args);
  if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
  if (output !== undefined && (await isSameFile(file, output)))
    throw new CommandError(`-o ${output} is FILE itself; name another file`);
  try {
    if (error !== undefined)
      throw new FixError(`the file around the device state is damaged: ${error.message}`);
    const repaired = await repairBytes(bytes, options, place.offsetOf);
    const fixed = await fixFile(await openFile(repaired.bytes, options), target);
    const isCut = args.has('strict') && repaired.behind.length > 0;
    const cut = isCut ? [`${count(repaired.behind.length, 'byte')} after the state: cut off`] : [];
    const whole = isCut ? fixed.bytes : joinBytes(fixed.bytes, repaired.behind);
    const isPacked = output?.endsWith('.gz') === true;
    const how = { file, output, isPacked, container, options, limit: limitOf(args) };
    await writeDeviceState(whole, how, session);
    const changes = [...repaired.changes, ...cut, ...fixed.changes];
    // standard output may be the fixed file
    for (const change of changes.length === 0 ? ['no changes needed'] : changes)
      await session.err.line(printable(change));
    return EXIT.yes;
  } catch (problem) {
    if (!(problem instanceof FixError)) throw problem;
    throw new CommandError(`${nameOf(file)} cannot be fixed: ${problem.message}`, EXIT.no);
  }
}
