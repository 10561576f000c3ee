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

/** What `--fail-on` takes. */
const FAIL_ON = ['difference', 'forward', 'backward', 'never'] as const;

/** `devstate compare`: what differs on the wire between two builds of QEMU. */
export const compare: Command = {
  operands: [{ name: 'A' }, { name: 'B' }, { name: 'DEVICE', optional: true, repeats: true }],
  about: `Says of which devices two builds of QEMU, or two machines, differ on the wire, field by field, and whether a state that
the one saves is loaded by the other, by the rules of QEMU's loader: it survives, it fails (and what QEMU says), it
loads wrongly (no word is said, and bytes are taken for something else), or it depends on what is told. Names,
documentation, the order of sections and what else is no difference on the wire are not told; a field that has only
another name is told apart. With DEVICEs, these only, also where nothing differs.

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
      help: 'a module that the binary A loads, such as hw-display-qxl.so; may be given several times',
    },
    { name: 'module-b', value: 'FILE', repeats: true, help: "one of B's" },
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'nothing differs',
    1: 'something does (see --fail-on)',
    2: 'wrong usage, or a file that cannot be read',
    3: 'something is damaged, or its tables are not understood',
  },

  async run(args, session) {
    const [first, second] = [args.operand(0), args.operand(1)];
    const devices = args.operands.slice(2);
    if (args.has('json') && args.has('markdown')) throw new UsageError('give one of --json and --markdown');
    const failOn = FAIL_ON.find((one) => one === args.get('fail-on')) ?? 'difference';
    const before = await openSide(first, args.all('module-a'), args, session);
    const after = await openSide(second, args.all('module-b'), args, session);
    const known = new Set([...before.devices.keys(), ...after.devices.keys()]);
    const unknown = devices.find((device) => !known.has(device));
    if (unknown !== undefined)
      throw new CommandError(
        `neither has a device ${JSON.stringify(unknown)}: there is ${nearestNames(unknown, known)}`,
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

/** Sides that would be called the same are called as they were given. */
function named(before: Side, after: Side, [first, second]: readonly [string, string]): [Side, Side] {
  if (before.name !== after.name) return [before, after];
  const [a, b] = first === second ? [`${first} (A)`, `${second} (B)`] : [first, second];
  return [
    { ...before, name: printable(a) },
    { ...after, name: printable(b) },
  ];
}
