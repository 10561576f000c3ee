import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { inflate, readInput } from '../../src/node.js';
import { captures } from '../captures.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

/** Incompressible bytes, the same in every run. */
function noise(size: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

describe('inflate', () => {
  test('returns data that is not gzip unchanged', async () => {
    const bytes = Uint8Array.of(0x1f, 0x8c, 1);
    expect(await inflate(bytes)).toStrictEqual({ bytes, gzip: false, members: 0, error: undefined });
    expect((await inflate(new Uint8Array(0))).bytes.length).toBe(0);
  });

  test('inflates one member or several', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 4 }),
        async (members) => {
          const packed = Buffer.concat(members.map((member) => gzipSync(member)));
          const { bytes, gzip, members: number, error } = await inflate(packed);
          const isOne = members.slice(0, -1).every(({ length }) => length === 0); // only one member with data
          if (!isOne) expect(number).toBe(members.length);
          expect(Buffer.compare(bytes, Buffer.concat(members))).toBe(0);
          expect([gzip, error]).toEqual([true, undefined]);
        },
      ),
      { numRuns: budget({ everyDay: 50, deep: 1000 }) },
    );
  });

  test('inflates truncated data as far as possible, and reports where it ends', async () => {
    const packed = gzipSync(noise(3000), { level: 0 }); // stored: the same number of bytes in and out
    const { bytes, error } = await inflate(packed.subarray(0, 1500));
    expect(bytes.length).toBeGreaterThan(1450);
    expect(Buffer.compare(bytes, noise(3000).subarray(0, bytes.length))).toBe(0);
    expect(error).toMatchObject({ code: 'unexpected-end', offset: bytes.length, path: '' });
  });

  test('reports an error for every truncation', async () => {
    const packed = gzipSync(noise(60));
    for (let size = 2; size < packed.length; size++) {
      expect((await inflate(packed.subarray(0, size))).error?.code).toBe('unexpected-end');
    }
  });

  test.each([
    ['checksum', -8],
    ['size', -4],
  ])('reports an error after the bytes for a wrong %s', async (_, at) => {
    const packed = gzipSync(noise(2000));
    packed[packed.length + at]! ^= 0x01;
    const { bytes, error } = await inflate(packed);
    expect(bytes.length).toBeGreaterThan(1900);
    expect(error?.code).toBe('invalid-value');
  });

  test('reports an error for bytes after the data, except zeros', async () => {
    const packed = gzipSync(noise(100));
    expect((await inflate(Buffer.concat([packed, Buffer.from('more')]))).error?.code).toBe('invalid-value');
    expect((await inflate(Buffer.concat([packed, new Uint8Array(600)]))).error).toBeUndefined();
  });

  test('accepts data up to the limit', async () => {
    const packed = gzipSync(new Uint8Array(100_000));
    expect((await inflate(packed, 100_000)).bytes.length).toBe(100_000);
    const { bytes, error } = await inflate(packed, 99_999);
    expect(bytes.length).toBe(0);
    expect(error).toMatchObject({ code: 'limit-exceeded', expected: 'at most 99999 bytes' });
  });
});

describe('readInput', () => {
  test('reads and inflates every fixture', async () => {
    for (const { file, bytes } of captures) {
      const input = await readInput(fixturePath(file));
      expect(input.gzip).toBe(true);
      expect(Buffer.compare(input.bytes, bytes)).toBe(0);
    }
  });

  test('rejects a file by its size', async () => {
    const file = join(folder, 'large');
    writeFileSync(file, noise(1001));
    expect((await readInput(file, { limit: 1001 })).bytes.length).toBe(1001);
    const { bytes, error } = await readInput(file, { limit: 1000 });
    expect(bytes.length).toBe(0);
    expect(error).toMatchObject({
      code: 'limit-exceeded',
      expected: 'at most 1000 bytes',
      found: '1001 bytes',
    });
  });

  test('stops reading a stream that is too long', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1000;
        yield new Uint8Array(1000);
      }
    }
    const { bytes, error } = await readInput(endless(), { limit: 10_000 });
    expect(bytes.length).toBe(0);
    expect(error?.code).toBe('limit-exceeded');
    expect(given).toBe(11_000);
  });

  test('throws the errors of the file system', async () => {
    await expect(readInput(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    mkdirSync(join(folder, 'sub'));
    await expect(readInput(join(folder, 'sub'))).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('the commands', () => {
  const bomb = gzipSync(new Uint8Array(3_000_000));

  test.each(['list', 'decode', 'encode', 'verify'])('%s rejects a gzip bomb with advice', async (command) => {
    expect(bomb.length).toBeLessThan(10_000);
    const { code, stdout, stderr } = await devstate([command, '-', '--limit', '1M'], { input: bomb });
    expect(code).toBe(1);
    expect(stdout.text + stderr.text).toContain('expected at most 1048576 bytes');
    if (command !== 'verify') expect(stdout.bytes.length).toBe(0);
  });

  test('list shows the inflated part of a damaged file, then the error', async () => {
    const { bytes } = captures.find(({ file }) => file === 'qemu-7.2/none.dev.gz')!;
    const packed = gzipSync(bytes, { level: 0 });
    const { code, stdout, stderr } = await devstate(['list', '-'], { input: packed.subarray(0, 280) });
    expect(code).toBe(1);
    expect(stdout.text).toContain('slirp');
    expect(stderr.text).toContain('expected more gzip data, found its end (unexpected-end)');
  });

  test('a complete file with a wrong checksum is damaged', async () => {
    const { bytes } = captures.find(({ file }) => file === 'qemu-7.2/none.dev.gz')!;
    const packed = gzipSync(bytes, { level: 0 });
    packed[packed.length - 8]! ^= 0x80;
    for (const command of ['list', 'decode', 'verify']) {
      expect((await devstate([command, '-'], { input: packed })).code).toBe(1);
    }
    const { stdout } = await devstate(['list', '--json', '-'], { input: packed });
    const { sections, error } = JSON.parse(stdout.text) as { sections: unknown[]; error: object };
    expect(sections.length).toBeGreaterThanOrEqual(2);
    expect(error).toMatchObject({ code: 'invalid-value', path: '' });
  });

  test.each(['5x', '', '-1', '1.5', '1T', '999999999999999G', '0x10', '1 M'])(
    '--limit %j is wrong usage',
    async (limit) => {
      const { code, stderr } = await devstate([
        'list',
        `--limit=${limit}`,
        fixturePath('qemu-7.2/none.dev.gz'),
      ]);
      expect(code).toBe(2);
      expect(stderr.text).toContain('--limit');
    },
  );

  test('--limit accepts units', async () => {
    const file = fixturePath('qemu-7.2/none.dev.gz'); // 346 bytes inflated
    for (const [limit, code] of [
      ['345', 1],
      ['346', 0],
      ['1K', 0],
      ['1G', 0],
    ] as const) {
      expect((await devstate(['list', file, '--limit', limit])).code).toBe(code);
    }
  });
});
