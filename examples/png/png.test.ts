import { readFileSync } from 'node:fs';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { expect, test } from 'vitest';
import { budget } from '../../test/budget.js';
import { decodePng, encodePng, sizeOfPng } from './generated/png.js';
import { inflateImage } from './pixels.js';
import { Png } from './png.js';

const ramp = new Uint8Array(readFileSync(new URL('fixtures/ramp.png', import.meta.url)));

const runs = budget({ everyDay: 30, deep: 2000 });

laws(Png, { decode: decodePng, encode: encodePng, sizeOf: sizeOfPng }, { runs, samples: [ramp] });

test('decodes a file written by pnmtopng, and reproduces it', () => {
  const { chunks } = decodePng(ramp);
  expect(chunks.map((chunk) => (chunk.type === undefined ? chunk.name : chunk.type))).toEqual([
    'IHDR',
    'gAMA',
    'PLTE',
    'tIME',
    'tEXt',
    'tEXt',
    'IDAT',
  ]);
  expect(chunks[0]).toEqual({
    type: 'IHDR',
    data: { width: 64, height: 32, bitDepth: 4, colorType: 'palette', interlace: 'none' },
  });
  expect(chunks[3]).toEqual({
    type: 'tIME',
    data: { year: 2026, month: 11, day: 23, hour: 4, minute: 40, second: 0 },
  });
  expect(chunks[4]).toEqual({ type: 'tEXt', data: { keyword: 'Title', text: 'Colour ramp' } });
  expect(encodePng({ chunks })).toEqual(ramp);
});

test('inflates the rows of the image', () => {
  // 32 rows, each a filter byte and 64 pixels of 4 bits
  expect(inflateImage(decodePng(ramp))).toHaveLength(32 * (1 + 32));
});

test('detects a damaged chunk by its checksum', () => {
  const damaged = ramp.slice();
  damaged[0x30] = (damaged[0x30] ?? 0) ^ 1;
  expect(() => decodePng(damaged)).toThrow(/chunks\[\d\]\.crc at byte \d+ .*mismatch/);
});
