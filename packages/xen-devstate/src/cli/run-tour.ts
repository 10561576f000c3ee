import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '@bytewright/cli';
import { complain, count, EXIT, printable, runLoneCommand } from '@bytewright/cli';
import { hexByte } from '@bytewright/runtime/codec';
import { fieldsIn } from '@bytewright/schema-dsl/inspect';
import { firstDifference } from '../edit/verify/first-difference.js';
import type { OpenedFile } from '../open/opened-file.js';
import { withSchemas } from '../open/opened-file.js';
import { readDeviceState } from '../open/report/read-device-state.js';
import { describeProblem } from './describe-problem.js';
import type { Edit } from './edit-one-byte.js';
import { editOneByte } from './edit-one-byte.js';
import { fieldLines } from './field-lines.js';
import type { Host } from './host.js';
import { LIMIT_OPTION, limitOf } from './limit-option.js';
import { load, nameOf, STANDARD_STREAM } from './load.js';
import { DEVSTATE } from './program.js';
import type { Command, Session } from './session.js';
import { showReading } from './show-reading.js';

/** The saved state of a real Xen guest: its path in this repository, and relative to this module. */
const EXAMPLE_NAME = 'packages/xen-devstate/test/fixtures/xen-4.17/cirrus-usbtablet-e1000.dev.gz';
const EXAMPLE = new URL(`../../../../${EXAMPLE_NAME}`, import.meta.url);

/** The only command of `npm start`. */
const TOUR: Command = {
  operands: [{ name: 'FILE', optional: true }],
  about: `Takes a device-state file through the codec and back, in memory: lists it, decodes it, shows the fields of a
device, changes one byte, encodes it, decodes the result, and checks that only this byte changed. Nothing is
written. Without FILE, uses the state of a real Xen guest.`,
  options: [LIMIT_OPTION],
  exitCodes: {
    0: 'the file round-trips byte for byte',
    1: 'the file has a problem',
    2: 'wrong usage, or a file that cannot be read',
  },
  async run(args, session) {
    const [given] = args.operands;
    const { host, out } = session;
    const name = given ?? fileURLToPath(EXAMPLE);
    const file = name === STANDARD_STREAM ? name : resolve(host.env.INIT_CWD ?? process.cwd(), name);
    if (given === undefined) await out.line('The state of a real Xen guest, as written by its device model:');
    const exitCode = await tour(file, given ?? EXAMPLE_NAME, limitOf(args), session);
    if (given === undefined) await out.line('To try your own file: npm start -- FILE');
    return exitCode;
  },
};

/**
 * Shows what the package does, with the given file or with one that comes with it.
 *
 * A relative path is resolved against the user's working directory, even if npm runs this in another one.
 *
 * @returns the exit code: 0 if all is well, 1 if the file has a problem, 2 for wrong usage or an unreadable file
 */
export function runTour(args: readonly string[], host: Host): Promise<ExitCode> {
  return runLoneCommand(DEVSTATE, 'npm start --', TOUR, args, host);
}

async function tour(file: string, name: string, limit: number, session: Session): Promise<ExitCode> {
  const { out } = session;
  const loaded = await load(file, limit, session.host);
  const { bytes, error } = loaded;
  const reading = readDeviceState(bytes, { limits: { inputSize: limit } }, error);
  await showReading(
    name,
    reading,
    loaded,
    { trailing: bytes.subarray(bytes.length - reading.report.trailing) },
    out,
  );
  const { opened, report } = reading;
  if (opened === undefined) {
    if (reading.error) await complain(session, describeProblem(name, reading.error, reading.damagedSection));
    return EXIT.no;
  }

  const input = await withSchemas(bytes, opened);
  await showFields(input, session);
  const steps = new Steps(session);
  await out.line();
  const verbatim = report.sections.filter(({ device }) => device === null).length;
  await steps.done(
    `decoded: ${count(report.sections.length, 'section')}, ${verbatim} with a verbatim payload`,
  );
  await steps.check(
    `encoded again: the same ${count(bytes.length, 'byte')}`,
    firstDifference(opened.codec.encode(opened.value), bytes) === undefined,
  );
  const edit = editOneByte(input);
  if (edit === undefined) {
    await steps.done('no section has a payload that can be edited');
  } else {
    await showEdit(bytes, edit, steps);
  }
  await out.line();
  await out.line(
    `${nameOf(name)} ${steps.failed ? 'did not round-trip: this is a bug in devstate' : 'round-trips byte for byte'}. Nothing was written.`,
  );
  return steps.failed ? EXIT.no : EXIT.yes;
}

/** The maximum number of lines of fields to show. */
const SHOWN_LINES = 12;

/** Shows fields of the clock chip, or of the first device that was decoded. */
async function showFields({ opened, sections }: OpenedFile, { out }: Session): Promise<void> {
  const understood = sections.filter(({ schema }) => schema !== undefined);
  const section = understood.find(({ name }) => name === 'mc146818rtc') ?? understood[0];
  if (section === undefined) return;
  const state = section.fields().find(({ label }) => label === 'state');
  const lines = [
    ...fieldLines(state === undefined ? [] : fieldsIn(state), {
      ...{ all: false, wire: false, docs: false },
      colors: out.colors,
    }),
  ];
  await out.line();
  await out.line(`The fields of ${printable(section.name)}, decoded as ${opened.codec.title}:`);
  await out.pieces(lines.slice(0, SHOWN_LINES));
  if (lines.length > SHOWN_LINES) await out.line('  …');
}

/** Reports an edit, and checks that it decodes to the edited value and that only one byte changed. */
async function showEdit(original: Uint8Array, edit: Edit, steps: Steps): Promise<void> {
  const { section, path, before, after, bytes, isReadBack } = edit;
  await steps.done(
    `edited: ${path} of ${printable(section.report.idstr)}, ${hexByte(before)} → ${hexByte(after)}`,
  );
  await steps.check('encoded and decoded again: the edited state', isReadBack);
  const changed = changedOffsets(original, bytes);
  const { payloadOffset, payloadLength } = section.report;
  const [offset = -1] = changed;
  await steps.check(
    `compared with the file: only byte ${offset} (0x${offset.toString(16)}) differs`,
    bytes.length === original.length &&
      changed.length === 1 &&
      offset >= payloadOffset &&
      offset < payloadOffset + payloadLength,
  );
}

/** Prints a line for each step, with its result. */
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

/** The first few offsets at which two inputs of the same length differ. */
function changedOffsets(a: Uint8Array, b: Uint8Array): number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < a.length && offsets.length < 10; offset++) {
    if (a[offset] !== b[offset]) offsets.push(offset);
  }
  return offsets;
}
