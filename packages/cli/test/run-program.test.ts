import { describe, expect, test } from 'vitest';
import type { Command } from '../src/command/command.js';
import type { Program } from '../src/command/program.js';
import { CommandError } from '../src/exit/command-error.js';
import { EXIT } from '../src/exit/exit-code.js';
import { runLoneCommand } from '../src/run/run-lone-command.js';
import { runProgram } from '../src/run/run-program.js';
import type { KeptHost } from './streams.js';
import { keptHost } from './streams.js';

const HOSTILE = '\u001b[2Ja\u009b\u202e';

const print: Command = {
  operands: [{ name: 'FILE' }, { name: 'PATH', optional: true, repeats: true }],
  about: 'Prints its arguments.',
  options: [
    { name: 'output', short: 'o', value: 'OUT', help: 'the output' },
    { name: 'from', value: 'FILE', repeats: true, help: 'an input' },
    { name: 'mode', value: 'MODE', choices: ['fast', 'slow'], help: 'how' },
    { name: 'all', short: 'a', help: 'all' },
    { name: 'no-cache', help: 'start afresh' },
  ],
  examples: ['print guest.dev'],
  exitCodes: { 0: 'printed', 2: 'wrong usage' },
  async run(args, { out }) {
    const given = {
      operands: args.operands,
      output: args.get('output'),
      from: args.all('from'),
      mode: args.get('mode'),
      all: args.has('all'),
      anew: args.has('no-cache'),
    };
    await out.line(JSON.stringify(given));
    return EXIT.yes;
  },
};

const fail: Command = {
  operands: [],
  about: 'Fails.',
  options: [{ name: 'how', value: 'HOW', help: 'how' }],
  exitCodes: { 3: 'always' },
  async run(args, { out, err }) {
    const how = args.get('how');
    if (how === 'bug') throw new TypeError('a bug');
    if (how === 'known') throw new RangeError('known');
    err.say(err.colors.red('first'));
    await out.line(`${HOSTILE}\n${out.colors.green('ok')}`);
    throw new CommandError(`${HOSTILE}\nis damaged`, EXIT.unknown);
  },
};

const PROGRAM: Program = {
  name: 'tool',
  about: 'Does things.',
  version: () => '1.2.3',
  commands: [
    { name: 'print', synopsis: 'FILE [PATH…]', summary: 'print it', load: async () => print },
    { name: 'fail', synopsis: '', summary: 'fail', load: async () => fail },
  ],
  exitCodes: { 0: 'yes', 1: 'no', 2: 'wrong usage', 3: 'unknown' },
  explain: async (error, { err }) => {
    if (!(error instanceof RangeError)) return undefined;
    await err.line(error.message);
    return EXIT.no;
  },
};

async function tool(
  args: readonly string[],
  host: KeptHost = keptHost(),
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const code = await runProgram(PROGRAM, args, host);
  return { code, stdout: host.stdout.text, stderr: host.stderr.text };
}

describe('a command line', () => {
  test.each([
    [['a'], { operands: ['a'] }],
    [['-o', 'x', 'a', 'b', 'c'], { operands: ['a', 'b', 'c'], output: 'x' }],
    [['a', '--output=x', '--output', '-'], { operands: ['a'], output: '-' }],
    [['-ao', 'x', 'a'], { operands: ['a'], output: 'x', all: true }],
    [['-ox', 'a'], { operands: ['a'], output: 'x' }],
    [['--from', 'x', 'a', '--from=y'], { operands: ['a'], from: ['x', 'y'] }],
    [['a', '--no-cache', '--mode', 'slow'], { operands: ['a'], mode: 'slow', anew: true }],
    [['--output=--all', '--', '--all'], { operands: ['--all'], output: '--all' }],
    [['-o', '', ''], { operands: [''], output: '' }],
  ])('parses %j', async (args, expected) => {
    const { code, stdout } = await tool(['print', ...args]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ from: [], all: false, anew: false, ...expected });
  });

  test.each([
    [['print'], 'FILE is missing', 'tool print'],
    [['print', 'a', '--outptu', 'x'], "unknown option '--outptu' (did you mean --output?)", 'tool print'],
    [['print', 'a', '--al'], "unknown option '--al' (did you mean --all?)", 'tool print'],
    [['print', 'a', '-x'], "unknown option '-x'", 'tool print'],
    [['print', 'a', '--all=yes'], "unknown option '--all=yes'", 'tool print'],
    [['print', 'a', '-o'], "option '-o, --output OUT' argument missing", 'tool print'],
    [
      ['print', 'a', '-o', '--all'],
      "option '-o' argument missing: '--all' looks like an option; if it is the value, write -o--all",
      'tool print',
    ],
    [['print', 'a', '--mode', 'x'], "--mode must be one of fast, slow, not 'x'", 'tool print'],
    [['print', 'a', '--color', 'x'], "--color must be one of auto, always, never, not 'x'", 'tool print'],
    [['fail', 'a'], 'unexpected argument a', 'tool fail'],
    [['prnt'], "unknown command 'prnt' (did you mean print?)", 'tool'],
    [['--json'], "unknown option '--json'", 'tool'],
    [['--hepl'], "unknown option '--hepl' (did you mean --help?)", 'tool'],
    [[HOSTILE], "unknown command '\\x1b[2Ja\\x9b\\u{202e}'", 'tool'],
  ])('rejects %j as wrong usage', async (args, message, call) => {
    expect(await tool(args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `tool: ${message}\nTry: ${call} --help\n`,
    });
  });

  test('shows the overview and exits with 2 if it is empty', async () => {
    expect(await tool([])).toEqual({ code: 2, stdout: '', stderr: (await tool(['--help'])).stdout });
  });
});

describe('help and version', () => {
  test('prints the help of the program', async () => {
    expect((await tool(['-h'])).stdout.split('\n')).toEqual([
      'Usage: tool COMMAND …',
      '',
      'Does things.',
      '',
      '  tool print FILE [PATH…]  print it',
      '  tool fail                fail',
      '',
      '  -h, --help     print this help; after a command, print help for that command',
      '      --version  print the version',
      '',
      'Exit codes:',
      '  0  yes',
      '  1  no',
      '  2  wrong usage',
      '  3  unknown',
      '',
    ]);
  });

  test('prints the help of a command even if operands are missing', async () => {
    expect((await tool(['print', '-h'])).stdout.split('\n')).toEqual([
      'Usage: tool print FILE [PATH…] [options]',
      '',
      'Prints its arguments.',
      '',
      '  tool print guest.dev',
      '',
      '  -o, --output OUT  the output',
      '      --from FILE   an input',
      '      --mode MODE   how',
      '  -a, --all         all',
      '      --no-cache    start afresh',
      '      --color WHEN  when to use colors: auto (default: on a terminal, unless NO_COLOR is set),',
      '                    always, or never',
      '  -h, --help        print this help',
      '      --version     print the version',
      '',
      'Exit codes:',
      '  0  printed',
      '  2  wrong usage',
      '',
    ]);
  });

  test('prints the version', async () => {
    for (const args of [['--version'], ['print', '--version']])
      expect(await tool(args)).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });
});

describe('output', () => {
  test('escapes control characters, and errors take one line', async () => {
    expect(await tool(['fail'])).toEqual({
      code: 3,
      stdout: '\\x1b[2Ja\\x9b\\u{202e}\nok\n',
      stderr: 'first\ntool: \\x1b[2Ja\\x9b\\u{202e}\\x0ais damaged\n',
    });
  });

  test.each([
    ['auto', {}, false, false],
    ['auto', {}, true, true],
    ['auto', { TERM: 'dumb' }, true, false],
    ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { FORCE_COLOR: '1' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['always', { NO_COLOR: '1' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
  ])('follows --color=%s with %j, on a terminal: %s', async (mode, env, isTTY, expected) => {
    const { stdout, stderr } = await tool(['fail', `--color=${mode}`], keptHost(env, isTTY));
    expect(stdout.includes('\u001b[32mok')).toBe(expected);
    expect(stderr.includes('\u001b[31mfirst')).toBe(expected);
    expect(stdout).not.toContain('\u001b[2J');
  });

  test('prints errors that the program explains, and throws the others', async () => {
    expect(await tool(['fail', '--how', 'known'])).toEqual({ code: 1, stdout: '', stderr: 'known\n' });
    await expect(tool(['fail', '--how', 'bug'])).rejects.toThrow('a bug');
  });
});

test('runs a program that consists of one command', async () => {
  const host = keptHost();
  expect(await runLoneCommand(PROGRAM, 'npm start --', print, [], host)).toBe(2);
  expect(host.stderr.text).toBe('tool: FILE is missing\nTry: npm start -- --help\n');
  expect(await runLoneCommand(PROGRAM, 'npm start --', print, ['--help'], host)).toBe(0);
  expect(host.stdout.text).toMatch(/^Usage: npm start -- FILE \[PATH…\] \[options\]\n/);
});
