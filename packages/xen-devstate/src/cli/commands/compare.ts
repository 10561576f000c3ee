import { CommandError, EXIT, printable, UsageError } from '@bytewright/cli';
import { jsonText, nearestNames } from '@bytewright/schema-dsl/inspect';
import type { SidesComparison } from '../../compare/compare-sides.js';
import { compareSides } from '../../compare/compare-sides.js';
import type { Side } from '../../compare/side.js';
import type { Outcome } from '../../compare/verdict.js';
import { openSide, SIDE_HELP } from '../compare-side.js';
import { comparisonLines } from '../comparison-lines.js';
import { comparisonMarkdown } from '../comparison-markdown.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION } from '../limit-option.js';
import type { Command } from '../session.js';

/** The values of `--fail-on`. */
const FAIL_ON = ['difference', 'forward', 'backward', 'never'] as const;

/** `devstate compare`: compares the wire formats of two QEMU builds. */
export const compare: Command = {
  operands: [{ name: 'A' }, { name: 'B' }, { name: 'DEVICE', optional: true, repeats: true }],
  about: `Compares the wire formats of two QEMU builds, or two machines, device by device and field by field, and predicts
whether each can load a state saved by the other, following the rules of QEMU's loader: it survives, fails (with
QEMU's error message), loads wrongly (bytes are silently misinterpreted), or depends on the condition given.
Differences that are not on the wire, such as documentation or the order of sections, are ignored; fields that were
only renamed are listed separately. If DEVICEs are given, reports these only, even if they do not differ.

${SIDE_HELP}`,
  options: [
    JSON_OPTION,
    { name: 'markdown', help: 'print Markdown instead' },
    {
      name: 'fail-on',
      value: 'WHAT',
      choices: FAIL_ON,
      help: 'exit with 1 on: difference (default), forward (a device fails or loads wrongly from A to B), backward (from B to A), never',
    },
    {
      name: 'module-a',
      value: 'FILE',
      repeats: true,
      help: 'a module that binary A loads, such as hw-display-qxl.so; repeatable',
    },
    { name: 'module-b', value: 'FILE', repeats: true, help: 'the same for binary B' },
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'no difference',
    1: 'a difference (see --fail-on)',
    2: 'wrong usage, or a file that cannot be read',
    3: 'A or B is damaged, or its tables are not understood',
  },

  async run(args, session) {
    const [first, second] = [args.operand(0), args.operand(1)];
    const devices = args.operands.slice(2);
    if (args.has('json') && args.has('markdown'))
      throw new UsageError('--json and --markdown cannot be combined');
    const failOn = FAIL_ON.find((one) => one === args.get('fail-on')) ?? 'difference';
    const before = await openSide(first, args.all('module-a'), args, session);
    const after = await openSide(second, args.all('module-b'), args, session);
    const known = new Set([...before.devices.keys(), ...after.devices.keys()]);
    const unknown = devices.find((device) => !known.has(device));
    if (unknown !== undefined)
      throw new CommandError(
        `neither side has a device ${JSON.stringify(unknown)}; similar names: ${nearestNames(unknown, known)}`,
      );
    const comparison = compareSides(
      ...named(before, after, [first, second]),
      devices.length === 0 ? undefined : new Set(devices),
    );
    if (args.has('json')) await session.out.line(jsonText(comparison));
    else if (args.has('markdown')) await session.out.pieces(comparisonMarkdown(comparison));
    else await session.out.pieces(comparisonLines(comparison, session.out.colors, devices.length > 0));
    return isFailure(comparison, failOn) ? EXIT.no : EXIT.yes;
  },
};

function isFailure({ devices, same }: SidesComparison, failOn: (typeof FAIL_ON)[number]): boolean {
  const breaks = (outcome: Outcome): boolean => outcome === 'fails' || outcome === 'loads wrongly';
  switch (failOn) {
    case 'difference':
      return !same;
    case 'forward':
      return devices.some(({ forward }) => breaks(forward.outcome));
    case 'backward':
      return devices.some(({ backward }) => breaks(backward.outcome));
    case 'never':
      return false;
  }
}

/** Sides that would have the same name are named as they were given on the command line. */
function named(before: Side, after: Side, [first, second]: readonly [string, string]): [Side, Side] {
  if (before.name !== after.name) return [before, after];
  const [a, b] = first === second ? [`${first} (A)`, `${second} (B)`] : [first, second];
  return [
    { ...before, name: printable(a) },
    { ...after, name: printable(b) },
  ];
}
