import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';

const source = fixturePath('qemu-7.2/none.dev.gz');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const COMMANDS = ['list', 'show', 'explain', 'get', 'set', 'decode', 'encode', 'verify'];
const ALL = [...COMMANDS, 'diff', 'devices', 'doctor'];

describe('--help and --version', () => {
  test('work without a command', async () => {
    const help = await devstate(['--help']);
    expect(help.code).toBe(0);
    for (const command of COMMANDS) expect(help.stdout.text).toContain(`devstate ${command} FILE`);
    for (const command of ALL) expect(help.stdout.text).toContain(`devstate ${command} `);
    expect((await devstate(['-h'])).stdout.text).toBe(help.stdout.text);
    expect(await devstate(['--version'])).toMatchObject({ code: 0 });
    expect((await devstate(['--version'])).stdout.text).toBe(`${manifest.version}\n`);
  });

  test.each(ALL)('work for %s', async (command) => {
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

  test('list exactly the options that exist', async () => {
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

describe('wrong usage gives exit code 2, an error message, and nothing on stdout', () => {
  test.each([
    [[], 'Usage: devstate COMMAND'],
    [['lists'], "unknown command 'lists' (did you mean list?)"],
    [['--json', 'list', source], "unknown option '--json'"],
    [['\u001b[2J'], "unknown command '\\x1b[2J'"],
    [['list'], 'FILE is missing'],
    [['list', source, source], 'expected one FILE; unexpected '],
    [['list', source, '--output', 'x'], "unknown option '--output'"],
    [['list', source, '--json=no'], '--json'],
    [['decode'], 'FILE is missing'],
    [['decode', source, '--json'], "unknown option '--json'"],
    [['decode', source, '-o'], 'argument missing'],
    [['encode', 'a', 'b'], 'expected one FILE.json; unexpected b'],
    [['verify'], 'FILE is missing'],
    [['verify', source, '-x'], "unknown option '-x'"],
    [['list', 'none/such'], 'cannot read none/such: no such file or folder'],
    [['decode', '.'], 'cannot read .: it is a folder'],
    [['encode', ''], 'no such file or folder'],
    [['show'], 'FILE is missing'],
    [['show', source, 'rtc'], 'no section "rtc"; similar names: '],
    [['explain', source, 'timer', 'slirp'], 'expected one PATH; unexpected slirp'],
    [['get', source], 'PATH is missing'],
    [['get', source, 'timer.cpuTick'], 'no field "cpuTick": there is cpuTicksOffset'],
    [['set', source, '-o', 'x'], 'PATH=VALUE is missing'],
    [['set', source, 'timer.cpuTicksOffset=1'], 'expected either -o OUT or --in-place'],
    [['set', source, 'timer.cpuTicksOffset=1', '-i', '-o', 'x'], 'expected either -o OUT or --in-place'],
    [['set', source, 'timer.cpuTicksOffset=1', '-o', source], 'is FILE itself'],
    [['set', '-', 'timer.cpuTicksOffset=1', '-i'], 'standard input cannot be overwritten'],
    [['diff', source], 'B is missing'],
    [['diff', '-', '-'], 'standard input can be read only once'],
    [['devices', 'a', 'b'], 'expected one NAME; unexpected b'],
    [['devices', 'mc146818'], 'unknown device "mc146818"; similar names: mc146818rtc'],
    [['show', source, '--catalog', 'qemu-1'], 'unknown catalog qemu-1: expected qemu-11.1'],
  ])('for %j', async (args, message) => {
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
