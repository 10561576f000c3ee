import { readFileSync } from 'node:fs';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { expect, test } from 'vitest';
import { budget } from '../../test/budget.js';
import { decodeGzip, encodeGzip, sizeOfGzip } from './generated/gzip.js';
import { Gzip } from './gzip.js';
import { inflate, withData } from './inflate.js';

const fox = new Uint8Array(readFileSync(new URL('fixtures/fox.txt.gz', import.meta.url)));

const runs = budget({ everyDay: 30, deep: 2000 });

laws(Gzip, { decode: decodeGzip, encode: encodeGzip, sizeOf: sizeOfGzip }, { runs, samples: [fox] });

test('decodes a file written by gzip, and reproduces it', () => {
  const file = decodeGzip(fox);
  expect(file).toMatchObject({
    isText: false,
    modified: Date.UTC(2026, 10, 23, 4, 40) / 1000,
    operatingSystem: 'unix',
    name: 'fox.txt',
    comment: undefined,
    size: 270,
  });
  expect(Buffer.from(inflate(file)).toString()).toBe(
    'The quick brown fox jumps over the lazy dog.\n'.repeat(6),
  );
  expect(encodeGzip(file)).toEqual(fox);
});

test('replaces the data of a file', () => {
  const edited = withData({ ...decodeGzip(fox), comment: 'edited' }, Buffer.from('short'));
  const again = decodeGzip(encodeGzip(edited));
  expect(again.comment).toBe('edited');
  expect(Buffer.from(inflate(again)).toString()).toBe('short');
});
