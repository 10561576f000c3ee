import { comparisonLines, comparisonMarkdown } from '../../compare/print-comparison.js';
import { jsonText } from '../../document/quote-json.js';
import { readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { compareSides, SIDES_HELP } from '../compare-side.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';

/** `devstate compare`: what two QEMUs save differently. */
export const compare: Command = {
  name: 'compare',
  help: `Usage: devstate compare OLD NEW [DEVICE…] [--json | --markdown] [--limit SIZE]

Says of which devices two QEMUs, or two machines, lay out the state differently: fields that came, went, changed or have
another name, subsections, versions and sizes, all by QEMU's names. And what becomes of a state on the way from one to the
other, in both directions:

  survives   it is loaded as it was saved
  depends    on the machine type, or on a subsection that is only sent when it is needed
  fails      QEMU refuses it
  misread    other bytes under the same version: wrong values, or an error at some later place

Descriptions that several devices hold are told once. The order of sections is no difference.

OLD and NEW are ${SIDES_HELP}.
A capture has the subsections that were sent, so two captures of one machine also show what a QEMU began or ceased to
send. With DEVICE, only those.

      --json        print a JSON object instead
      --markdown    print Markdown instead
${COMMON_HELP}

Exit codes: 0 nothing differs on the wire, 1 something does, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, { json: { type: 'boolean' }, markdown: { type: 'boolean' } });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const [first, second, ...only] = args.files;
    if (first === undefined || second === undefined)
      throw new CommandError('two catalogs, binaries or captures are compared');
    if (args.has('json') && args.has('markdown'))
      throw new CommandError('--json and --markdown exclude each other');
    const comparison = await compareSides([first, second], only, args, session);
    if (args.has('json')) await session.out.line(jsonText(comparison));
    else
      for (const line of args.has('markdown') ? comparisonMarkdown(comparison) : comparisonLines(comparison))
        await session.out.line(printable(line));
    const differs = comparison.descriptions.some(
      ({ changes, versions }) =>
        changes.some((change) => change.isOnWire) || versions.before.version !== versions.after.version,
    );
    return differs ? EXIT.problem : EXIT.ok;
  },
};
