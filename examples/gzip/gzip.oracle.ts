import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOracle } from '../../scripts/lib/oracle.mjs';
import { decodeGzip, encodeGzip } from './generated/gzip.js';
import { withData } from './inflate.js';

const fox = new Uint8Array(readFileSync(new URL('fixtures/fox.txt.gz', import.meta.url)));

test('gzip accepts an edited file', () => {
  const text = 'Something else.\n'.repeat(100);
  const file = {
    ...decodeGzip(fox),
    name: 'other.txt',
    comment: 'edited',
    extra: Uint8Array.of(65, 80, 0, 0),
  };
  const edited = encodeGzip(withData(file, Buffer.from(text)));
  expect(runOracle('gzip', ['--test', '--verbose', 'FILE'], edited, 'other.txt.gz')).toMatchObject({
    code: 0,
  });
  expect(runOracle('gzip', ['--stdout', '--decompress', 'FILE'], edited, 'other.txt.gz')).toEqual({
    code: 0,
    output: text,
  });
});

test('gzip rejects a file with a wrong checksum, so it does check', () => {
  const file = decodeGzip(fox);
  const wrong = encodeGzip({ ...file, crc: (file.crc ^ 1) >>> 0 });
  expect(runOracle('gzip', ['--test', 'FILE'], wrong, 'wrong.gz').output).toContain('crc error');
});
