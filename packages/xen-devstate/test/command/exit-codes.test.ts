import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { capture } from '../captures.js';
import { devstate } from './fake-host.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const { bytes } = capture('qemu-7.2/microvm.dev.gz');

function written(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sound = written('sound.dev', bytes);
const cut = written('cut.dev', bytes.subarray(0, 500));
const padded = written('padded.dev', Buffer.concat([bytes, new Uint8Array(9)]));
const other = written('other.dev', capture('qemu-7.2/none.dev.gz').bytes);
const none = join(folder, 'none');
const out = join(folder, 'out');
const document = written('document.json', '{}');
const broken = written('broken.elf', Buffer.from('7f454c46020101', 'hex'));
const json = join(folder, 'sound.json');

/** Arguments for each command, by the expected exit code. */
const CASES: Readonly<Record<string, Readonly<Record<number, readonly (readonly string[])[]>>>> = {
  list: { 0: [[sound], [padded]], 1: [[cut], [padded, '--strict']], 2: [[none], [sound, '--such'], []] },
  show: { 0: [[sound]], 1: [[cut]], 2: [[none], [sound, 'nothing']] },
  explain: { 0: [[sound, 'timer']], 1: [[cut]], 2: [[none], [sound, 'nothing']] },
  get: { 0: [[sound, 'timer.cpuTicksOffset']], 1: [[cut, 'timer']], 2: [[sound], [sound, 'timer.nothing']] },
  set: {
    0: [[sound, 'sections[0].instanceId=5', '-o', out]],
    1: [[cut, 'sections[0].instanceId=5', '-o', out]],
    2: [
      [sound, 'sections[0].instanceId=x', '-o', out],
      [sound, 'nothing=1', '-o', out],
      [sound, 'a=1'],
    ],
  },
  diff: { 0: [[sound, sound]], 1: [[sound, other]], 2: [[sound], [sound, none]], 3: [[sound, cut]] },
  decode: { 0: [[sound, '-o', json]], 1: [[cut]], 2: [[none]] },
  encode: { 0: [[json, '-o', out]], 1: [[document, '-o', out]], 2: [[none, '-o', out]] },
  verify: { 0: [[sound], [padded]], 1: [[cut], [padded, '--strict']], 2: [[none], []] },
  doctor: {
    0: [[sound], [padded], [padded, '--fix', '-o', out]],
    1: [[cut], [padded, '--strict'], [cut, '--fix', '-o', out], [sound, '--against', other]],
    2: [[none], [sound, '--fix'], [sound, '--against', none]],
    3: [
      [sound, '--against', cut],
      [sound, '--against', broken],
    ],
  },
  devices: { 0: [['port92', '--catalog', 'qemu-7.2']], 2: [['nothing']] },
  compare: {
    0: [['qemu-7.2', 'qemu-7.2', 'hpet']],
    1: [['qemu-7.2', 'qemu-10.0', 'e1000e']],
    2: [['qemu-7.2', none]],
    3: [
      ['qemu-7.2', cut],
      ['qemu-7.2', broken],
    ],
  },
  import: { 1: [['--from', sound, '-o', join(folder, 'catalog')]], 2: [[none, '-o', out], []] },
};

test('covers every command', () => {
  expect(Object.keys(CASES)).toEqual(COMMANDS.map(({ name }) => name));
});

describe.each(Object.entries(CASES))('%s', (command, byCode) => {
  test.each(Object.entries(byCode))('exits with %s', async (code, runs) => {
    for (const args of runs) {
      const { code: found, stdout, stderr } = await devstate([command, ...args]);
      expect([args, found, found < 2 ? '' : `${stdout.text}${stderr.text}` === '']).toEqual([
        args,
        Number(code),
        found < 2 ? '' : false,
      ]);
    }
  });

  test('lists each of them in its help, and the page has a row for the command', async () => {
    const { stdout } = await devstate([command, '--help']);
    const said = stdout.text.slice(stdout.text.indexOf('Exit codes'));
    for (const code of Object.keys(byCode)) expect(said).toMatch(new RegExp(`^ {2}${code} {2}\\w`, 'm'));
    if (byCode[3] === undefined) expect(said).not.toMatch(/^ {2}3 {2}\w/m);
    const page = readFileSync(new URL('../../../../docs/devstate-commands.md', import.meta.url), 'utf8');
    const [, row = ''] =
      new RegExp(`^\\| [^|]*\`${command}\`[^|]*\\|(.*)\\|$`, 'm').exec(
        page.slice(page.indexOf('## Exit codes')),
      ) ?? [];
    const cells = row.split('|').map((cell) => cell.trim());
    expect(cells.length).toBe(4);
    for (const [code, cell] of cells.entries()) if (byCode[code] !== undefined) expect(cell).not.toBe('');
    expect(cells[3] === '').toBe(byCode[3] === undefined);
  });
});

test('the overview has a table of exit codes', async () => {
  const { stdout } = await devstate(['--help']);
  expect(stdout.text.match(/^ {2}[0-3] {2}\w/gm)?.length).toBe(4);
});
