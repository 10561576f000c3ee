import { jsonText } from '../../document/quote-json.js';
import type { OpenOptions } from '../../open/open-device-state.js';
import type { OpenedFile } from '../../open/opened-file.js';
import { openFile } from '../../open/opened-file.js';
import type { Verification } from '../../verify/verify-device-state.js';
import { verifyDeviceState } from '../../verify/verify-device-state.js';
import { readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { count } from '../count.js';
import { loadDeviceState, nameOf, STANDARD_STREAM } from '../load.js';
import { OPEN_HELP, OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import type { Colors } from '../output.js';
import { printable } from '../printable.js';
import type { Command, Session } from '../session.js';
import { showHelp } from '../show-help.js';
import { isSystemError, reasonOf } from '../system-error.js';

/** An error as `--json` prints it. There is no offset where the file could not be read. */
interface VerdictError {
  readonly code: string;
  readonly offset?: number | undefined;
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** A section that is kept verbatim, and why. */
interface UnexplainedSection {
  readonly index: number;
  readonly idstr: string;
  readonly sectionId: number;
  readonly payloadOffset: number;
  readonly payloadLength: number;
  readonly why: readonly string[];
}

/** What became of one file. */
interface Verdict extends Omit<Verification, 'error'> {
  readonly unexplained?: readonly UnexplainedSection[];
  readonly file: string;
  readonly error: VerdictError | null;
  readonly exitCode: number;
}

/** `devstate verify`: whether files come back byte for byte. */
export const verify: Command = {
  help: `Usage: devstate verify FILE… [--explain] [--json] [--catalog NAME | --layout OTHER] [--limit SIZE]

Decodes each file, encodes what that gave, and compares the bytes. A line a file; one that fails names the first
offset that differs, or that cannot be understood, and the path of the field there. The last line counts files,
byte-exact files, sections, and of those the decoded ones (a schema describes the payload) and the verbatim ones.
A file that does not decode adds no sections. With --explain each verbatim section is listed, and why: no device of
that name is known, something about it is not known, or the bytes are not what its schema describes.

FILE may be gzip'd; the inflated bytes are then what counts. - is standard input.

      --explain     say why sections are verbatim
      --json        print a JSON object instead
${OPEN_HELP}
${COMMON_HELP}

Exit codes: 0 fine, 1 a file has a problem, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      json: { type: 'boolean' },
      explain: { type: 'boolean' },
      ...OPEN_OPTIONS,
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const { files, limit } = args;
    if (files.length === 0) throw new CommandError('FILE is missing');
    if (files.filter((file) => file === STANDARD_STREAM).length > 1) {
      throw new CommandError('standard input can be read only once');
    }
    const options = await openOptionsOf(args);
    const verdicts: Verdict[] = [];
    for (const file of files) {
      if (session.out.isClosed) break;
      const verdict = await verifyFile(file, limit, options, args.has('explain'), session);
      verdicts.push(verdict);
      if (args.has('json')) continue;
      await session.out.line(lineOf(verdict, session.out.colors));
      await session.out.pieces(explanationLines(verdict));
    }
    if (args.has('json')) await session.out.line(jsonText(jsonOf(verdicts)));
    else await session.out.line(summaryOf(verdicts));
    return Math.max(EXIT.ok, ...verdicts.map(({ exitCode }) => exitCode));
  },
};

const NONE = { byteExact: false, sections: 0, decoded: 0, verbatim: 0 } as const;

async function verifyFile(
  file: string,
  limit: number,
  options: OpenOptions,
  isExplained: boolean,
  { host }: Session,
): Promise<Verdict> {
  try {
    const { bytes, error } = await loadDeviceState(file, limit, host);
    if (error !== undefined) {
      return { file, ...NONE, error: error.toJSON(), message: error.message, exitCode: EXIT.problem };
    }
    const verification = verifyDeviceState(bytes, options);
    const exitCode = verification.byteExact ? EXIT.ok : EXIT.problem;
    const isAsked = isExplained && verification.verbatim > 0;
    const unexplained = isAsked ? unexplainedIn(await openFile(bytes, options)) : [];
    return { file, ...verification, exitCode, ...(isExplained && { unexplained }) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { cause } = error;
    const found = isSystemError(cause) ? reasonOf(cause) : error.message;
    const code = isSystemError(cause) ? (cause.code ?? 'unreadable') : 'unreadable';
    const details = { code, path: '', expected: 'a file that can be read', found };
    return { file, ...NONE, error: details, message: `cannot be read: ${found}`, exitCode: error.exitCode };
  }
}

/** Sections of which it is found out why they are verbatim; no real file has so many. */
const MOST_REASONS = 128;

function unexplainedIn({ sections }: OpenedFile): readonly UnexplainedSection[] {
  return sections
    .filter(({ report }) => report.how === 'scan')
    .map((section, i) => {
      const { idstr, sectionId, payloadOffset, payloadLength } = section.report;
      const why =
        i < MOST_REASONS ? section.why() : [`not looked into: there are more than ${MOST_REASONS} of them`];
      return { index: section.index, idstr, sectionId, payloadOffset, payloadLength, why };
    });
}

function* explanationLines({ unexplained = [] }: Verdict): Generator<string> {
  for (const { index, idstr, sectionId, payloadOffset, payloadLength, why } of unexplained) {
    const where = `id ${sectionId}, ${count(payloadLength, 'byte')} at ${payloadOffset}`;
    yield `        sections[${index}] ${printable(idstr)} (${where}) is verbatim:\n`;
    for (const reason of why) yield `          ${printable(reason)}\n`;
  }
}

function lineOf({ file, byteExact, sections, decoded, verbatim, message }: Verdict, colors: Colors): string {
  if (!byteExact) return `${colors.red('FAIL')}  ${nameOf(file)}: ${printable(message ?? '')}`;
  const counts = `${count(sections, 'section')}, ${decoded} decoded, ${verbatim} verbatim`;
  return `${colors.green('ok')}    ${nameOf(file)}: byte-exact, ${counts}`;
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const { files, byteExact, sections, decoded, verbatim } = totalsOf(verdicts);
  return `${files} files: ${byteExact} byte-exact, ${sections} sections, ${decoded} decoded, ${verbatim} verbatim`;
}

function totalsOf(verdicts: readonly Verdict[]): Record<keyof typeof NONE | 'files', number> {
  const sum = (numberOf: (verdict: Verdict) => number): number =>
    verdicts.reduce((total, verdict) => total + numberOf(verdict), 0);
  return {
    files: verdicts.length,
    byteExact: sum(({ byteExact }) => (byteExact ? 1 : 0)),
    sections: sum(({ sections }) => sections),
    decoded: sum(({ decoded }) => decoded),
    verbatim: sum(({ verbatim }) => verbatim),
  };
}

function jsonOf(verdicts: readonly Verdict[]): object {
  const files = verdicts.map(({ file, byteExact, sections, decoded, verbatim, error, unexplained }) => ({
    file,
    byteExact,
    sections,
    decoded,
    verbatim,
    error: error && errorJsonOf(error),
    ...(unexplained && { unexplained }),
  }));
  return { files, totals: totalsOf(verdicts) };
}

function errorJsonOf({ code, offset, path, expected, found }: VerdictError): object {
  return { code, offset: offset ?? null, path, expected, found };
}
