import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/cli/printable.js';
import { tableLines } from '../../src/cli/table.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';

const source = fixturePath('qemu-7.2/none.dev.gz');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const COMMANDS = ['list', 'show', 'explain', 'get', 'set', 'decode', 'encode', 'verify'];
const ALL = [...COMMANDS, 'diff', 'devices', 'doctor'];

describe('--help and --version', () => {
  test('at the top', async () => {
    const help = await devstate(['--help']);
    expect(help.code).toBe(0);
    for (const command of COMMANDS) expect(help.stdout.text).toContain(`devstate ${command} FILE`);
    for (const command of ALL) expect(help.stdout.text).toContain(`devstate ${command} `);
    expect((await devstate(['-h'])).stdout.text).toBe(help.stdout.text);
    expect(await devstate(['--version'])).toMatchObject({ code: 0 });
    expect((await devstate(['--version'])).stdout.text).toBe(`${manifest.version}\n`);
  });

  test.each(ALL)('of %s', async (command) => {
    for (const args of [
      [command, '--help'],
      [command, '-h'],
      [command, 'a', 'b', '--help'],
    ]) {
      const { code, stdout, stderr } = await devstate(args);
      expect(code).toBe(0);
      expect(stdout.text).toMatch(new RegExp(`^Usage: devstate ${command} (FILE|A B|\\[NAME\\])`));
      expect(stderr.text).toBe('');
      expect(Math.max(...stdout.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(115);
    }
    expect((await devstate([command, '--version'])).stdout.text).toBe(`${manifest.version}\n`);
  });

  test('options that the help names are those that there are', async () => {
    for (const command of COMMANDS) {
      const { stdout } = await devstate([command, '--help']);
      const named = new Set(stdout.text.match(/--[a-z]+/g));
      for (const option of ['--json', '--output', '--limit']) {
        const given = option === '--json' ? [option] : [option, option === '--limit' ? '1M' : '-'];
        const { stderr } = await devstate([command, ...given]);
        expect(stderr.text.includes('unknown option')).toBe(!named.has(option));
      }
    }
  });
});

describe('wrong usage is exit code 2, with a sentence and nothing on stdout', () => {
  test.each([
    [[], 'Usage: devstate COMMAND'],
    [['lists'], 'unknown command lists'],
    [['--json', 'list', source], 'unknown option --json'],
    [['\u001b[2J'], 'unknown command \\x1b[2J'],
    [['list'], 'FILE is missing'],
    [['list', source, source], 'one FILE at a time'],
    [['list', source, '--output', 'x'], "unknown option '--output'"],
    [['list', source, '--json=no'], '--json'],
    [['decode'], 'FILE is missing'],
    [['decode', source, '--json'], "unknown option '--json'"],
    [['decode', source, '-o'], 'argument missing'],
    [['encode', 'a', 'b'], 'one FILE at a time'],
    [['verify'], 'FILE is missing'],
    [['verify', source, '-x'], "unknown option '-x'"],
    [['list', 'none/such'], 'cannot read none/such: no such file or folder'],
    [['decode', '.'], 'cannot read .: it is a folder'],
    [['encode', ''], 'no such file or folder'],
    [['show'], 'FILE is missing'],
    [['show', source, 'rtc'], 'no section "rtc": there is '],
    [['explain', source, 'timer', 'slirp'], 'one PATH at a time'],
    [['get', source], 'PATH is missing'],
    [['get', source, 'timer.cpuTick'], 'no field "cpuTick": there is cpuTicksOffset'],
    [['set', source, '-o', 'x'], 'PATH=VALUE is missing'],
    [['set', source, 'timer.cpuTicksOffset=1'], 'give one of -o OUT and --in-place'],
    [['set', source, 'timer.cpuTicksOffset=1', '-i', '-o', 'x'], 'give one of -o OUT and --in-place'],
    [['set', source, 'timer.cpuTicksOffset=1', '-o', source], 'is FILE itself'],
    [['set', '-', 'timer.cpuTicksOffset=1', '-i'], 'standard input cannot be written over'],
    [['diff', source], 'two files are compared, not 1'],
    [['diff', '-', '-'], 'standard input can be read only once'],
    [['devices', 'a', 'b'], 'one NAME at a time'],
    [['devices', 'mc146818'], 'no device "mc146818": there is mc146818rtc'],
    [['show', source, '--catalog', 'qemu-1'], 'no catalog qemu-1: there is qemu-10.0'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await devstate(args);
    expect(code).toBe(2);
    expect(stdout.text).toBe('');
    expect(stderr.text).toContain(message);
    expect(stderr.text).not.toMatch(/\n {4}at /); // no stack
  });

  test('-- ends the options', async () => {
    const { code, stderr } = await devstate(['list', '--', '--json']);
    expect(code).toBe(2);
    expect(stderr.text).toContain('cannot read --json: no such file');
  });
});

test('a table: numbers to the right, text to the left, no blanks at the end of a line', () => {
  const columns = [
    { title: 'n', align: 'right' },
    { title: 'name', align: 'left', canShrink: true },
    { title: 'x', align: 'left' },
  ] as const;
  const rows = [
    ['1', 'a', ''],
    ['1000', 'a name that is long', 'y'],
  ];
  expect(tableLines(columns, rows)).toEqual([
    '   n  name                 x',
    '   1  a',
    '1000  a name that is long  y',
  ]);
  expect(tableLines(columns, rows, 19)).toEqual(['   n  name        x', '   1  a', '1000  a name th…  y']);
});

test.each([
  ['a\u001b[31mb', 'a\\x1b[31mb'],
  ['\u009b\u007f\n\t', '\\x9b\\x7f\\x0a\\x09'],
  ['\u202e\u2028\ufeff', '\\u{202e}\\u{2028}\\u{feff}'],
  ['\ud800', '\\u{d800}'],
  ['Ünïcode 💾 ok', 'Ünïcode 💾 ok'],
])('printable(%j)', (text, expected) => {
  expect(printable(text)).toBe(expected);
});
