import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeviceState } from '../codec.js';
import { decodeDeviceState, encodeDeviceState } from '../codec.js';
import { readDeviceState } from '../report/read-device-state.js';
import type { SectionReport } from '../report/report.js';
import { firstDifference } from '../verify/first-difference.js';
import { onlyFile, readArguments } from './arguments.js';
import { CommandError, EXIT } from './command-error.js';
import { complain } from './complain.js';
import { count } from './count.js';
import { describeProblem } from './describe-problem.js';
import type { Edit } from './edit-one-byte.js';
import { editOneByte } from './edit-one-byte.js';
import type { Host } from './host.js';
import { load, nameOf, STANDARD_STREAM } from './load.js';
import { printable } from './printable.js';
import type { Session } from './session.js';
import { openSession } from './session.js';
import { showHelp } from './show-help.js';
import { showReading } from './show-reading.js';

/** A file that a genuine Xen guest was saved to: in this repository, and as seen from this module. */
const EXAMPLE_NAME = 'packages/xen-devstate/test/fixtures/xen-4.17/cirrus-usbtablet-e1000.dev.gz';
const EXAMPLE = new URL(`../../../../${EXAMPLE_NAME}`, import.meta.url);

const HELP = `Usage: npm start [-- FILE]

Takes a device-state file through the codec and back, in memory: lists it, decodes it, changes one byte of a payload,
encodes it, decodes that, and checks that nothing but this byte changed. Nothing is written. Without FILE it does so
with the state of a genuine Xen guest.

      --limit SIZE  refuse more bytes than this, such as 64M or 1G (default 256M), also after inflating
  -h, --help        print this
      --version     print the version

Exit codes: 0 fine, 1 the file has a problem, 2 wrong usage or unreadable file.`;

/**
 * Shows what the package does, on the file that is given or on one that comes with it.
 *
 * A relative path is meant from where the user stands, also when npm runs this from elsewhere.
 *
 * @returns the exit code: 0 fine, 1 the file has a problem, 2 wrong usage or unreadable file
 */
export async function runTour(argv: readonly string[], host: Host): Promise<number> {
  const session = openSession(host);
  try {
    const args = readArguments(argv, {});
    if (args.asks !== undefined) return await showHelp({ help: HELP }, args.asks, session);
    const isExample = args.files.length === 0;
    const name = isExample ? fileURLToPath(EXAMPLE) : onlyFile(args);
    const file = name === STANDARD_STREAM ? name : resolve(host.env.INIT_CWD ?? process.cwd(), name);
    if (isExample) await session.out.line('The state of a genuine Xen guest, as its device model wrote it:');
    const exitCode = await tour(file, isExample ? EXAMPLE_NAME : name, args.limit, session);
    if (isExample) await session.out.line('For a file of your own: npm start -- FILE');
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await complain(session, error.message);
    return error.exitCode;
  }
}

async function tour(file: string, name: string, limit: number, session: Session): Promise<number> {
  const { out } = session;
  const options = { limits: { inputSize: limit } };
  const { bytes, gzip, error } = await load(file, limit, session.host);
  const reading = readDeviceState(bytes, options, error);
  await showReading(name, reading, gzip, out);
  const { value, report } = reading;
  if (value === undefined) {
    if (reading.error) await complain(session, describeProblem(name, reading.error, reading.damagedSection));
    return EXIT.problem;
  }

  const steps = new Steps(session);
  await out.line();
  const verbatim = report.sections.filter(({ device }) => device === null).length;
  await steps.done(
    `decoded: ${count(report.sections.length, 'section')}, ${verbatim} with a payload that is kept verbatim`,
  );
  await steps.check(
    `encoded again: the same ${count(bytes.length, 'byte')}`,
    firstDifference(encodeDeviceState(value), bytes) === undefined,
  );
  const edit = editOneByte(value);
  if (edit === undefined) {
    await steps.done('no section has a payload that could be edited');
  } else {
    await showEdit(bytes, edit, report.sections[edit.section], options, steps);
  }
  await out.line();
  await out.line(
    `${nameOf(name)} came back ${steps.failed ? 'changed: this is a fault of devstate' : 'byte for byte'}. Nothing was written.`,
  );
  return steps.failed ? EXIT.problem : EXIT.ok;
}

/** Encodes an edited state, decodes it again, and checks that one byte is all that changed. */
async function showEdit(
  original: Uint8Array,
  edit: Edit,
  section: SectionReport | undefined,
  options: Parameters<typeof decodeDeviceState>[1],
  steps: Steps,
): Promise<void> {
  const { state, index, before, after, bytes } = edit;
  const path = `sections[${edit.section}].payload[${index}]`;
  const expected = (section?.payloadOffset ?? 0) + index;
  await steps.done(`edited: ${path} of ${printable(section?.idstr ?? '')}, ${hex(before)} → ${hex(after)}`);
  const again: DeviceState = decodeDeviceState(bytes, options);
  await steps.check(
    'encoded, and decoded once more: the edited state',
    firstDifference(encodeDeviceState(again), bytes) === undefined && payloadsEqual(again, state),
  );
  const changed = changedOffsets(original, bytes);
  await steps.check(
    `compared with the file: only byte ${expected} (0x${expected.toString(16)}) differs`,
    bytes.length === original.length && changed.length === 1 && changed[0] === expected,
  );
}

/** Lines of what was done, and whether it came out right. */
class Steps {
  readonly #session: Session;
  failed = false;

  constructor(session: Session) {
    this.#session = session;
  }

  async done(what: string): Promise<void> {
    await this.check(what, true);
  }

  async check(what: string, isRight: boolean): Promise<void> {
    const { out } = this.#session;
    if (!isRight) this.failed = true;
    await out.line(`${isRight ? out.colors.green('ok') : out.colors.red('FAIL')}  ${what}`);
  }
}

function payloadsEqual(a: DeviceState, b: DeviceState): boolean {
  return (
    a.sections.length === b.sections.length &&
    a.sections.every(
      ({ payload }, i) => firstDifference(payload, b.sections[i]?.payload ?? payload) === undefined,
    )
  );
}

/** The first few offsets at which two inputs of one length differ. */
function changedOffsets(a: Uint8Array, b: Uint8Array): number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < a.length && offsets.length < 10; offset++) {
    if (a[offset] !== b[offset]) offsets.push(offset);
  }
  return offsets;
}

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;
