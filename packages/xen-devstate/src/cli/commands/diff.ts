import type { Colors } from '@bytewright/cli';
import { CommandError, count, EXIT, printable } from '@bytewright/cli';
import type { FieldDifference, LeafValue } from '@bytewright/schema-dsl/inspect';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import type {
  FileDifference,
  LoneSection,
  SectionDifference,
  SectionIdentity,
} from '../../compare/diff-files.js';
import { diffFiles } from '../../compare/diff-files.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { nameOf, STANDARD_STREAM } from '../load.js';
import type { OpenedInput } from '../open-input.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command, Session } from '../session.js';

/** `devstate diff`: compares two files. */
export const diff: Command = {
  operands: [{ name: 'A' }, { name: 'B' }],
  about: `Compares two files by device and field: lists sections that only one file has and, for the others, each field
that differs, with QEMU's name for it and both values. Sections are matched by name and instance. Payloads that
no schema describes are compared byte by byte.

A and B may be gzip'd. - is standard input, for one of them.`,
  options: [JSON_OPTION, ...OPEN_OPTIONS, LIMIT_OPTION],
  exitCodes: {
    0: 'no difference',
    1: 'a difference',
    2: 'wrong usage, or a file that cannot be read',
    3: 'a file is damaged',
  },

  async run(args, session) {
    const [first, second] = [args.operand(0), args.operand(1)];
    if (first === STANDARD_STREAM && second === STANDARD_STREAM)
      throw new CommandError('standard input can be read only once');
    const open = (file: string): Promise<OpenedInput> =>
      openInput(file, args, session).catch((error: unknown) => {
        throw isDamaged(error) ? new CommandError(error.message, EXIT.unknown) : error;
      });
    const difference = diffFiles(await open(first), await open(second));
    if (args.has('json')) await session.out.line(jsonText({ files: { a: first, b: second }, ...difference }));
    else await session.out.pieces(linesOf(first, second, difference, session));
    return difference.same ? EXIT.yes : EXIT.no;
  },
};

/** Whether an error means that a file is damaged: whether it differs cannot be known. */
function isDamaged(error: unknown): error is CommandError {
  return error instanceof CommandError && error.exitCode === EXIT.no;
}

function* linesOf(
  first: string,
  second: string,
  { same, catalogs, removed, added, reordered, sections, file }: FileDifference,
  { out: { colors } }: Session,
): Generator<string> {
  if (same) return;
  yield `${colors.red(`--- ${nameOf(first)}`)}\n${colors.green(`+++ ${nameOf(second)}`)}\n`;
  if (catalogs.a !== catalogs.b) yield `decoded as ${catalogs.a} and ${catalogs.b}\n`;
  for (const { path, a, b } of file) yield `${path}: ${valueText(a)} → ${valueText(b)}\n`;
  for (const section of removed) yield `${colors.red('-')} ${loneText(section)}\n`;
  for (const section of added) yield `${colors.green('+')} ${loneText(section)}\n`;
  if (reordered) yield 'the order of sections differs\n';
  for (const section of sections) yield* sectionLines(section, colors);
}

function* sectionLines(section: SectionDifference, colors: Colors): Generator<string> {
  const { fields, bytes } = section;
  yield `${colors.bold(identityText(section))}\n`;
  for (const field of fields) yield `  ${fieldText(field)}\n`;
  for (const { offset, length, a, b } of bytes)
    yield `  ${count(length, 'byte')} at payload offset ${offset}: ${valueText(a)} → ${valueText(b)}\n`;
}

function fieldText({ path, wirePath, a, b }: FieldDifference): string {
  const own =
    path === wirePath || path === `state.${wirePath}` || wirePath === '' ? '' : ` (${printable(wirePath)})`;
  return `${printable(path.replace(/^state\./, ''))}${own}: ${valueText(a)} → ${valueText(b)}`;
}

function loneText(section: LoneSection): string {
  return `${identityText(section)}: version ${section.versionId}, ${count(section.payloadLength, 'byte')}`;
}

function identityText({ idstr, instanceId, occurrence }: SectionIdentity): string {
  return `${printable(idstr)}#${instanceId}${occurrence === 0 ? '' : ` (occurrence ${occurrence + 1})`}`;
}

const LONGEST = 60;

function valueText(value: LeafValue): string {
  if (value === null) return 'none';
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value));
  if (text === '') return 'empty';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
