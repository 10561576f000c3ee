import { EXIT, printable } from '@bytewright/cli';
import type { Leaf, LeafValue } from '@bytewright/schema-dsl/inspect';
import { jsonText, quoteJson } from '@bytewright/schema-dsl/inspect';
import type { Place } from '../../containers/place.js';
import { explainFile, explainSection } from '../../open/explain-file.js';
import type { OpenedFile } from '../../open/opened-file.js';
import { select } from '../../open/select.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command } from '../session.js';
import { withPathErrors } from '../with-path-errors.js';

/** `devstate explain`: accounts for every byte. */
export const explain: Command = {
  operands: [{ name: 'FILE' }, { name: 'PATH', optional: true }],
  about: `Accounts for every byte of a file: lists its leaves in wire order, each with offset, length, type, path and
value. A leaf is a number, a string, bytes, or a list of plain numbers. Leaves cover the file without gaps:
headers, footers, markers and counts are leaves too.

PATH is a section or a field, as in "devstate show"; if given, only its leaves are listed. QEMU's own path
follows in parentheses if it differs: names joined by dots, indices in brackets, subsections by full name,
relative to the section.

FILE may be gzip'd; offsets are then those of the inflated bytes. In a saved image or a migration stream,
offsets are those of the whole file. - is standard input.`,
  options: [
    {
      name: 'json',
      help: 'print a JSON array of { path, wirePath, offset, length, type, value, elementLength? } instead; elementLength is present if the value is bytes or a list of numbers',
    },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'explained',
    1: 'the file has a problem',
    2: 'wrong usage (including an unknown path), or a file that cannot be read',
  },

  async run(args, session) {
    const input = await openInput(args.operand(0), args, session);
    const [, path] = args.operands;
    const { place } = input;
    const leaves = path === undefined ? explainFile(input) : withPathErrors(() => leavesAt(input, path));
    const placed = placeLeaves(leaves, place);
    await session.out.pieces(args.has('json') ? jsonOf(placed) : linesOf(placed, place.size));
    return EXIT.yes;
  },
};

/** Leaves with offsets in the file that contains the state. */
function* placeLeaves(leaves: Iterable<Leaf>, { offsetOf }: Place): Generator<Leaf> {
  for (const leaf of leaves) yield { ...leaf, offset: offsetOf(leaf.offset) };
}

/** The leaves at a path: those of the field, or the one that contains it. */
function leavesAt(file: OpenedFile, path: string): readonly Leaf[] {
  return select(file.sections, path).flatMap(({ section, field }) => {
    const leaves = [...explainSection(file, section)];
    if (field === undefined) return leaves;
    const whole = `sections[${section.index}].${field.path}`;
    const within = leaves.filter((leaf) => isWithin(leaf.path, whole));
    return within.length > 0 ? within : leaves.filter((leaf) => isWithin(whole, leaf.path));
  });
}

function isWithin(path: string, whole: string): boolean {
  return path.startsWith(whole) && /^[.[]?$/.test(path.charAt(whole.length));
}

function* linesOf(leaves: Iterable<Leaf>, size: number): Generator<string> {
  const digits = String(size).length;
  for (const leaf of leaves) {
    const { path, wirePath, offset, length, type, wireType, unit, value } = leaf;
    const own = path.endsWith(`.${wirePath}`) || wirePath === '' ? '' : ` (${printable(wirePath)})`;
    const typeText = wireType === undefined ? type : `${type}, ${wireType}`;
    yield `${String(offset).padStart(digits)} +${length}  ${printable(path)}${own}: ${printable(typeText)} = ${valueText(value)}${unit === undefined ? '' : ` ${unit}`}\n`;
  }
}

const LONGEST = 64;

function valueText(value: LeafValue): string {
  const text = printable(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function* jsonOf(leaves: Iterable<Leaf>): Generator<string> {
  let separator = '[\n';
  for (const { path, wirePath, offset, length, type, value, elementLength } of leaves) {
    const leaf = {
      path,
      wirePath,
      offset,
      length,
      type,
      value,
      ...(elementLength !== undefined && { elementLength }),
    };
    yield separator + jsonLine(leaf);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** A leaf on one line, so that the output can be searched by line. */
function jsonLine(leaf: object): string {
  const members = Object.entries(leaf).map(([name, value]) => `${quoteJson(name)}: ${harmless(value)}`);
  return `  { ${members.join(', ')} }`;
}

function harmless(value: unknown): string {
  return typeof value === 'string' ? quoteJson(value) : jsonText(value).replace(/\n\s*/g, ' ');
}
