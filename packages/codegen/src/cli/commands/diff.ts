import type { DiffReport } from '../../diff/diff-report.js';
import { outcomesOf } from '../../diff/diff-report.js';
import { diffSides } from '../../diff/diff-sides.js';
import { printJson } from '../../diff/print-json.js';
import { printMarkdown } from '../../diff/print-markdown.js';
import { printText } from '../../diff/print-text.js';
import { loadSide } from '../../revisions/load-side.js';
import type { Command, OptionValues } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../usage-error.js';

/** What `--fail-on` may name, and whether a report has it. */
const REASONS: Readonly<Record<string, (report: DiffReport) => boolean>> = {
  backward: (report) => outcomesOf(report, 'backward').length > 0,
  forward: (report) => outcomesOf(report, 'forward').length > 0,
  wire: (report) => outcomesOf(report, 'backward').length > 0 || outcomesOf(report, 'forward').length > 0,
  source: ({ changes }) => changes.some(({ source }) => source !== 'none'),
  any: ({ changes }) => changes.length > 0,
};

const HELP = `Usage: bytewright diff OLD NEW [--json | --markdown] [--fail-on WHAT] [--rename OLD=NEW]… [--runs N] [--seed N]

Tells what two revisions of a schema do not have in common, and what each change means: for old bytes in the new codec, for
new bytes in the old codec, and for programs that use the types. Then it tries it: encodings of each revision are read with
the other one, and the smallest bytes found are shown that are refused, or that mean something else there.

A side is a schema module (message.ts), a snapshot (message.ir.json), or either at a git revision (v1.0:src/message.ts,
HEAD:./message.ts); #Name behind it takes one struct alone. A module at a revision is loaded with the packages of today.

      --json          print data
      --markdown      print Markdown, for a pull request
      --fail-on WHAT  exit with 1 if there is such a change; several with commas:
                        backward  the new codec may refuse old bytes, or read them differently
                        forward   the old codec may do so with new bytes
                        wire      either of these
                        source    the types change
                        any       anything, documentation included
      --rename A=B    Message.size=length: a field has another name; Pixel=Colour: a struct has
      --runs N        encodings that are made up for each direction (200)
      --seed N        other encodings
  -h, --help          print this

Exit codes: 0 compared; 1 there is what --fail-on names, or a side cannot be loaded; 2 wrong usage.`;

/** `bytewright diff`. */
export const diffCommand: Command = {
  help: HELP,
  options: {
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    'fail-on': { type: 'string', multiple: true },
    rename: { type: 'string', multiple: true },
    runs: { type: 'string' },
    seed: { type: 'string' },
  },
  async run({ options, operands, folder, stdout }) {
    const [before, after, ...more] = operands;
    if (before === undefined || after === undefined || more.length > 0)
      throw new UsageError('diff takes two sides: the old one and the new one');
    if (options.json && options.markdown) throw new UsageError('--json and --markdown exclude each other');
    const reasons = texts(options['fail-on'])
      .flatMap((text) => text.split(','))
      .map(reasonOf);
    const trying = {
      renames: Object.fromEntries(texts(options.rename).map(renameOf)),
      ...wholeNumber('runs', options),
      ...wholeNumber('seed', options),
    };
    // one after the other: code that schemas name, such as a checksum's, is known by its name alone
    const report = diffSides(await loadSide(before, folder), await loadSide(after, folder), trying);
    const print = options.json ? printJson : options.markdown ? printMarkdown : printText;
    stdout.write(print(report));
    return reasons.some((has) => has(report)) ? EXIT.no : EXIT.fine;
  },
};

/** What an option that may be given several times was given. */
function texts(given: OptionValues[string]): readonly string[] {
  return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
}

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
  { [name]: given }: OptionValues,
): { readonly [K in Name]?: number } {
  if (typeof given !== 'string') return {};
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1 || number > MOST)
    throw new UsageError(`--${name} takes a number from 1 to ${MOST}, not ${given}`);
  return { [name]: number } as { [K in Name]?: number }; // TypeScript widens a computed name to string
}
