import type { Colors, ExitCode } from '@bytewright/cli';
import { CommandError, count, EXIT, isSystemError, printable, reasonOf } from '@bytewright/cli';
import type { DecodeErrorDetails } from '@bytewright/runtime';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import type { Place } from '../../containers/place.js';
import type { Verification } from '../../edit/verify/verify-device-state.js';
import { verifyDeviceState } from '../../edit/verify/verify-device-state.js';
import { endOfState } from '../../open/end-of-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import type { OpenedFile } from '../../open/opened-file.js';
import { openFile } from '../../open/opened-file.js';
import { placeError } from '../../open/report/place-report.js';
import { behindTheState } from '../behind-the-state.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { loadDeviceState, nameOf, STANDARD_STREAM } from '../load.js';
import { OPEN_OPTIONS, openOptionsOf } from '../open-input.js';
import type { Command, Session } from '../session.js';
import { STRICT_OPTION } from '../strict-option.js';

/** An error as `--json` prints it. There is no offset if the file could not be read. */
interface VerdictError {
  readonly code: string;
  readonly offset?: number | undefined;
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** A section that is kept verbatim, and the reasons. */
interface UnexplainedSection {
  readonly index: number;
  readonly idstr: string;
  readonly sectionId: number;
  readonly payloadOffset: number;
  readonly payloadLength: number;
  readonly why: readonly string[];
}

/** The result for one file. */
interface Verdict extends Omit<Verification, 'error'> {
  readonly unexplained?: readonly UnexplainedSection[];
  readonly file: string;
  readonly error: VerdictError | null;
  /** The bytes that follow the state. */
  readonly behind?: Uint8Array;
  /** The number of gzip members. */
  readonly members?: number;
  readonly exitCode: ExitCode;
}

/** `devstate verify`: checks that files round-trip byte for byte. */
export const verify: Command = {
  operands: [{ name: 'FILE', repeats: true }],
  about: `Decodes each file, encodes the result, and compares the bytes. Prints one line per file; on failure, the line
gives the first offset that differs or cannot be decoded, and the path of the field there. The last line counts
files, byte-exact files, sections, decoded sections (a schema describes the payload) and verbatim sections. A
file that cannot be decoded adds no sections. --explain lists each verbatim section with the reason: the device
is unknown, part of its format is unknown, or the bytes do not match its schema.

FILE may be gzip'd; the inflated bytes are compared. - is standard input.`,
  options: [
    { name: 'explain', help: 'explain why sections are verbatim' },
    JSON_OPTION,
    STRICT_OPTION,
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'all files are byte-exact',
    1: 'a file is not byte-exact, or bytes follow its state and --strict is given',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const { operands: files } = args;
    const limit = limitOf(args);
    if (files.filter((file) => file === STANDARD_STREAM).length > 1) {
      throw new CommandError('standard input can be read only once');
    }
    const options = await openOptionsOf(args);
    const verdicts: Verdict[] = [];
    for (const file of files) {
      if (session.out.isClosed) break;
      const asked = { isExplained: args.has('explain'), isStrict: args.has('strict') };
      const verdict = await verifyFile(file, limit, options, asked, session);
      verdicts.push(verdict);
      if (args.has('json')) continue;
      await session.out.line(lineOf(verdict, session.out.colors));
      await session.out.pieces(explanationLines(verdict));
    }
    if (args.has('json')) await session.out.line(jsonText(jsonOf(verdicts)));
    else await session.out.line(summaryOf(verdicts));
    const isSome = (code: ExitCode): boolean => verdicts.some(({ exitCode }) => exitCode === code);
    return [EXIT.unknown, EXIT.usage, EXIT.no].find(isSome) ?? EXIT.yes;
  },
};

const NONE = { byteExact: false, sections: 0, decoded: 0, verbatim: 0, trailing: 0 } as const;

async function verifyFile(
  file: string,
  limit: number,
  options: OpenOptions,
  { isExplained, isStrict }: { readonly isExplained: boolean; readonly isStrict: boolean },
  { host }: Session,
): Promise<Verdict> {
  try {
    const loaded = await loadDeviceState(file, limit, host);
    const { members, place } = loaded;
    if (loaded.error !== undefined) {
      const { error } = loaded;
      return {
        file,
        ...NONE,
        members,
        error: error.toJSON(),
        message: error.message,
        exitCode: EXIT.no,
      };
    }
    const end = await endOfState(loaded.bytes, options);
    const bytes = loaded.bytes.subarray(0, end);
    const verification = placed(verifyDeviceState(bytes, options), place);
    const trailing = loaded.bytes.subarray(bytes.length - verification.trailing);
    const isFine = verification.byteExact && !(isStrict && trailing.length > 0);
    const isAsked = isExplained && verification.verbatim > 0;
    const unexplained = isAsked ? unexplainedIn(await openFile(bytes, options), place) : [];
    return {
      ...{ file, members, ...verification },
      trailing: trailing.length,
      behind: trailing,
      exitCode: isFine ? EXIT.yes : EXIT.no,
      ...(isExplained && { unexplained }),
    };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { cause } = error;
    const found = isSystemError(cause) ? reasonOf(cause) : error.message;
    const code = isSystemError(cause) ? (cause.code ?? 'unreadable') : 'unreadable';
    const details = { code, path: '', expected: 'a file that can be read', found };
    return { file, ...NONE, error: details, message: `cannot be read: ${found}`, exitCode: error.exitCode };
  }
}

/** A verification whose error has its offset in the file that contains the state. */
function placed(verification: Verification, place: Place): Verification {
  const { error } = verification;
  if (error === null || !('offset' in error) || error.offset === undefined) return verification;
  const there = placeError(error as DecodeErrorDetails, place); // only decode errors have an offset
  return { ...verification, error: there.toJSON(), message: there.message };
}

/** The maximum number of sections to explain; no real file has that many. */
const MOST_REASONS = 128;

function unexplainedIn({ sections }: OpenedFile, { offsetOf }: Place): readonly UnexplainedSection[] {
  return sections
    .filter(({ report }) => report.decodedBy === 'verbatim')
    .map((section, i) => {
      const { idstr, sectionId, payloadOffset, payloadLength } = section.report;
      const why =
        i < MOST_REASONS
          ? section.why(offsetOf)
          : [`not examined: more than ${MOST_REASONS} sections are verbatim`];
      const at = offsetOf(payloadOffset);
      return { index: section.index, idstr, sectionId, payloadOffset: at, payloadLength, why };
    });
}

function* explanationLines({ unexplained = [] }: Verdict): Generator<string> {
  for (const { index, idstr, sectionId, payloadOffset, payloadLength, why } of unexplained) {
    const where = `id ${sectionId}, ${count(payloadLength, 'byte')} at ${payloadOffset}`;
    yield `        sections[${index}] ${printable(idstr)} (${where}) is verbatim:\n`;
    for (const reason of why) yield `          ${printable(reason)}\n`;
  }
}

function lineOf(
  { file, byteExact, sections, decoded, verbatim, message, members = 0, behind }: Verdict,
  colors: Colors,
): string {
  if (!byteExact) return `${colors.red('FAIL')}  ${nameOf(file)}: ${printable(message ?? '')}`;
  const counts = `${count(sections, 'section')}, ${decoded} decoded, ${verbatim} verbatim`;
  const packed = members > 1 ? `, in ${members} gzip members` : '';
  const rest = behind === undefined || behind.length === 0 ? '' : `, ${behindTheState(behind)}`;
  return `${colors.green('ok')}    ${nameOf(file)}: byte-exact, ${counts}${rest}${packed}`;
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const { files, byteExact, sections, decoded, verbatim } = totalsOf(verdicts);
  return `${files} files: ${byteExact} byte-exact, ${sections} sections, ${decoded} decoded, ${verbatim} verbatim`;
}

function totalsOf(
  verdicts: readonly Verdict[],
): Record<Exclude<keyof typeof NONE, 'trailing'> | 'files', number> {
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
  const files = verdicts.map(
    ({ file, byteExact, sections, decoded, verbatim, trailing, error, unexplained }) => ({
      file,
      byteExact,
      sections,
      decoded,
      verbatim,
      trailing,
      error: error && errorJsonOf(error),
      ...(unexplained && { unexplained }),
    }),
  );
  return { files, totals: totalsOf(verdicts) };
}

function errorJsonOf({ code, offset, path, expected, found }: VerdictError): object {
  return { code, offset: offset ?? null, path, expected, found };
}
