import type { Arguments } from '@bytewright/cli';
import { EXIT, printableJson, UsageError } from '@bytewright/cli';
import type { DiffReport } from '../../diff/diff-report.js';
import { outcomesOf } from '../../diff/diff-report.js';
import { diffSides } from '../../diff/diff-sides.js';
import { printJson } from '../../diff/print-json.js';
import { printMarkdown } from '../../diff/print-markdown.js';
import { printText } from '../../diff/print-text.js';
import { loadSide } from '../../revisions/load-side.js';
import type { Command } from '../host.js';

/** What `--fail-on` may name, and whether a report has it. */
const REASONS: Readonly<Record<string, (report: DiffReport) => boolean>> = {
  backward: (report) => outcomesOf(report, 'backward').length > 0,
  forward: (report) => outcomesOf(report, 'forward').length > 0,
  wire: (report) => outcomesOf(report, 'backward').length > 0 || outcomesOf(report, 'forward').length > 0,
  source: ({ changes }) => changes.some(({ source }) => source !== 'none'),
  any: ({ changes }) => changes.length > 0,
};

/** `bytewright diff`. */
export const diffCommand: Command = {
  operands: [{ name: 'OLD' }, { name: 'NEW' }],
  about: `Tells what two revisions of a schema do not have in common, and what each change means: for old bytes in the new
codec, for new bytes in the old codec, and for programs that use the types. Then it tries it: encodings of each
revision are read with the other one, and the smallest bytes found are shown that are refused, or that mean
something else there.

A side is a schema module (message.ts), a snapshot (message.ir.json), or either at a git revision
(v1.0:src/message.ts, HEAD:./message.ts); #Name behind it takes one struct alone. A module at a revision is loaded
with the packages of today.`,
  options: [
    { name: 'json', help: 'print a JSON object instead' },
    { name: 'markdown', help: 'print Markdown, for a pull request' },
    {
      name: 'fail-on',
      value: 'WHAT',
      repeats: true,
      help: `exit with 1 if there is such a change; several with commas:
  backward  the new codec may refuse old bytes, or read them differently
  forward   the old codec may do so with new bytes
  wire      either of these
  source    the types change
  any       anything, documentation included`,
    },
    {
      name: 'rename',
      value: 'A=B',
      repeats: true,
      help: 'Message.size=length: a field has another name; Pixel=Colour: a struct has',
    },
    { name: 'runs', value: 'N', help: 'encodings that are made up for each direction (200)' },
    { name: 'seed', value: 'N', help: 'other encodings' },
  ],
  exitCodes: {
    0: 'compared',
    1: 'there is what --fail-on names, or a side cannot be loaded',
    2: 'wrong usage',
  },
  async run(args, { host: { folder }, out }) {
    const [before, after] = [args.operand(0), args.operand(1)];
    if (args.has('json') && args.has('markdown'))
      throw new UsageError('--json and --markdown exclude each other');
    const reasons = args
      .all('fail-on')
      .flatMap((text) => text.split(','))
      .map(reasonOf);
    const trying = {
      renames: Object.fromEntries(args.all('rename').map(renameOf)),
      ...wholeNumber('runs', args),
      ...wholeNumber('seed', args),
    };
    // one after the other: code that schemas name, such as a checksum's, is known by its name alone
    const report = diffSides(await loadSide(before, folder), await loadSide(after, folder), trying);
    if (args.has('json')) await out.write(printableJson(printJson(report)));
    else await out.write((args.has('markdown') ? printMarkdown : printText)(report));
    return reasons.some((has) => has(report)) ? EXIT.no : EXIT.yes;
  },
};

function reasonOf(name: string): (report: DiffReport) => boolean {
  const reason = Object.hasOwn(REASONS, name) ? REASONS[name] : undefined;
  if (reason === undefined)
    throw new UsageError(`--fail-on takes ${Object.keys(REASONS).join(', ')}, not ${name || 'nothing'}`);
  return reason;
}

function renameOf(text: string): readonly [string, string] {
  const [, before, after] = /^([^=]+)=([^=.]+)$/.exec(text) ?? [];
  if (before === undefined || after === undefined)
    throw new UsageError(`--rename takes Struct.field=name or Struct=Name, not ${text}`);
  return [before, after];
}

/** Most encodings that one may ask for. */
const MOST = 1_000_000;

function wholeNumber<Name extends 'runs' | 'seed'>(
  name: Name,
  args: Arguments,
): { readonly [K in Name]?: number } {
  const given = args.get(name);
  if (given === undefined) return {};
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > MOST)
    throw new UsageError(`--${name} takes a number from 1 to ${MOST}, not ${given}`);
  return { [name]: number } as { [K in Name]?: number }; // TypeScript widens a computed name to string
}
