import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { devstate, Sink } from './fake-host.js';
import { temporaryFolder } from './temporary-folder.js';

// Every string that a file can contain tries to control the terminal: no command allows that.

/** C0, DEL, C1, bidirectional marks, invisible characters, line separators, and the end of a comment. */
const HOSTILE =
  '\u001b[2J\u001b[8m\u001b[35m\u0007\r\b\u007f\u0085\u009b5m\u200b\u200e\u202e\u2028\u2066\ufeff\u00ad*/';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not occur
const STEERING = /[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A device section with a name and a payload. */
function section(id: number, name: string, payload: Uint8Array): Buffer {
  const text = Buffer.from(name, 'utf8');
  return Buffer.concat([
    Buffer.of(4),
    u32(id),
    Buffer.of(text.length),
    text,
    u32(0),
    u32(2),
    payload,
    Buffer.of(0x7e),
    u32(id),
  ]);
}

/** A description in which every name and type is hostile, except the device's own name, which identifies it. */
const layout = {
  page_size: 4096,
  devices: [
    {
      name: 'timer',
      instance_id: 0,
      vmsd_name: `timer${HOSTILE}`,
      version: 2,
      fields: [
        { name: `a${HOSTILE}`, type: 'uint8', size: 1 },
        { name: `b${HOSTILE}`, type: `weird${HOSTILE}`, size: 3 },
        {
          name: `s${HOSTILE}`,
          type: 'struct',
          size: 1,
          struct: {
            vmsd_name: `st${HOSTILE}`,
            version: 1,
            fields: [{ name: `z${HOSTILE}`, type: 'bool', size: 1 }],
          },
        },
      ],
    },
  ],
};

beforeAll(() => {
  const head = Buffer.from('QEVM\0\0\0\u0003', 'latin1');
  const timer = section(1, 'timer', Buffer.of(2, 1, 2, 3, 1));
  const unknown = section(2, `x${HOSTILE}`, Buffer.from(HOSTILE));
  const end = Buffer.of(0);
  writeFileSync(at('named.dev'), Buffer.concat([head, timer, unknown, end]));
  writeFileSync(at('cut.dev'), Buffer.concat([head, timer, unknown]).subarray(0, -3));
  writeFileSync(at('text.dev'), Buffer.from(HOSTILE.repeat(8)));
  writeFileSync(at('packed.dev'), gzipSync(Buffer.concat([head, unknown, timer, end])));
  const description = Buffer.from(JSON.stringify(layout));
  const stream = [head, timer, unknown, end, Buffer.of(6), u32(description.length), description];
  writeFileSync(at('stream.mig'), Buffer.concat(stream));
  writeFileSync(at('layout.json'), description);
  const document = { format: HOSTILE, [HOSTILE]: HOSTILE, sections: [{ idstr: HOSTILE }] };
  writeFileSync(at('hostile.json'), JSON.stringify(document));
  writeFileSync(at(`name${HOSTILE.replaceAll('/', '')}.dev`), Buffer.from(HOSTILE));
});

const FILES = ['named.dev', 'cut.dev', 'stream.mig'];
const hostileName = `name${HOSTILE.replaceAll('/', '')}.dev`;

const COMMANDS: readonly (readonly string[])[] = [
  ...FILES.flatMap((file) => [
    ['list', file],
    ['list', file, '--json'],
    ['show', file],
    ['show', file, '--wire', '--all', '--docs'],
    ['show', file, `x${HOSTILE}`],
    ['explain', file],
    ['explain', file, '--json'],
    ['explain', file, '--layout', 'layout.json'],
    ['explain', file, '--layout', 'stream.mig', '--json'],
    ['show', file, '--layout', 'layout.json', '--wire'],
    ['list', file, '--layout', 'layout.json'],
    ['get', file, `timer.a${HOSTILE}`, '--layout', 'layout.json'],
    ['get', file, HOSTILE],
    ['set', file, `${HOSTILE}=1`, '-o', 'out.dev'],
    ['set', file, `timer.cpuTicksOffset=${HOSTILE}`, '-o', 'out.dev'],
    ['decode', file],
    ['decode', file, '--layout', 'layout.json'],
    ['verify', file, '--explain'],
    ['verify', file, '--json'],
    ['diff', file, 'named.dev'],
    ['diff', file, 'stream.mig', '--json'],
    ['diff', 'packed.dev', file],
    ['doctor', file],
    ['doctor', file, '--json'],
    ['doctor', file, '--against', 'packed.dev'],
    ['doctor', file, '--against', 'qemu-7.2', '--machine', HOSTILE],
    ['compare', 'stream.mig', file],
    ['compare', file, 'layout.json', '--json'],
    ['compare', file, 'layout.json', '--markdown'],
    ['import', '--from', file, '-o', 'catalog'],
    ['encode', file],
  ]),
  ...['text.dev', 'packed.dev'].flatMap((file) => [
    ['list', file],
    ['show', file],
    ['verify', file, '--explain'],
  ]),
  ['import', '--from', 'layout.json', '-o', 'catalog-of-layout'],
  ['encode', 'hostile.json'],
  ['list', hostileName],
  ['verify', hostileName, HOSTILE],
  ['devices', HOSTILE],
  ['devices', '--catalog', HOSTILE],
  ['list', 'named.dev', HOSTILE],
  ['list', 'named.dev', `--${HOSTILE}`],
  [HOSTILE],
];

const isFile = (word: string): boolean =>
  /^[a-z-]+\.(?:dev|mig|json)$|^catalog/.test(word) || word === hostileName;

describe('no command lets a file control the terminal', () => {
  test.each(COMMANDS.map((args) => [args.join(' ').replaceAll(HOSTILE, '…'), args] as const))(
    '%s',
    async (_, args) => {
      for (const isTTY of [false, true]) {
        const streams = { stdout: new Sink({ isTTY }), stderr: new Sink({ isTTY }) };
        const { stdout, stderr } = await devstate(
          args.map((word) => (isFile(word) ? at(word) : word)),
          streams,
        );
        if (args.includes('--json') && stdout.text !== '')
          expect(() => JSON.parse(stdout.text)).not.toThrow();
        const said = `${stdout.text}${stderr.text}`;
        expect(said).not.toBe('');
        // the colors that commands use on a terminal; 35 is not one of them
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are removed
        const bare = isTTY ? said.replace(/\x1b\[(?:[12]|22|3[0-46-9]|9\d)m/g, '') : said;
        expect(STEERING.exec(bare)?.[0]).toBeUndefined();
      }
    },
  );
});
