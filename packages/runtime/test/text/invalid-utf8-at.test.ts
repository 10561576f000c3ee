import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { invalidUtf8At } from '../../src/text/invalid-utf8-at.js';
import { someUtf8, validPrefix } from './utf8-example.js';

const at = (...bytes: number[]): number => invalidUtf8At(Uint8Array.from(bytes), 0, bytes.length);

test.each([
  ['nothing', []],
  ['U+0000', [0x00]],
  ['U+007F', [0x7f]],
  ['U+0080', [0xc2, 0x80]],
  ['U+07FF', [0xdf, 0xbf]],
  ['U+0800', [0xe0, 0xa0, 0x80]],
  ['U+D7FF', [0xed, 0x9f, 0xbf]],
  ['U+E000', [0xee, 0x80, 0x80]],
  ['U+FEFF, a byte order mark', [0xef, 0xbb, 0xbf]],
  ['U+FFFF', [0xef, 0xbf, 0xbf]],
  ['U+10000', [0xf0, 0x90, 0x80, 0x80]],
  ['U+10FFFF', [0xf4, 0x8f, 0xbf, 0xbf]],
])('%s is well-formed', (_, bytes) => {
  expect(at(...bytes)).toBe(-1);
});

test.each([
  ['a continuation byte alone', [0x80]],
  ['the last continuation byte alone', [0xbf]],
  ['U+0000 in 2 bytes', [0xc0, 0x80]],
  ['U+007F in 2 bytes', [0xc1, 0xbf]],
  ['U+07FF in 3 bytes', [0xe0, 0x9f, 0xbf]],
  ['U+FFFF in 4 bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
  ['U+D800, the first surrogate', [0xed, 0xa0, 0x80]],
  ['U+DFFF, the last surrogate', [0xed, 0xbf, 0xbf]],
  ['U+110000', [0xf4, 0x90, 0x80, 0x80]],
  ['a lead of 5 bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
  ['0xf5', [0xf5, 0x80, 0x80, 0x80]],
  ['0xfe', [0xfe]],
  ['0xff', [0xff]],
  ['1 byte of 2', [0xc2]],
  ['1 byte of 3', [0xe2]],
  ['2 bytes of 3', [0xe2, 0x82]],
  ['1 byte of 4', [0xf0]],
  ['3 bytes of 4', [0xf0, 0x9f, 0x98]],
  ['2 bytes, the second a letter', [0xc3, 0x41]],
  ['3 bytes, the third a letter', [0xe2, 0x82, 0x41]],
  ['4 bytes, the third a letter', [0xf0, 0x9f, 0x41, 0x80]],
  ['4 bytes, the fourth a lead', [0xf0, 0x9f, 0x98, 0xc2]],
])('%s is ill-formed, from its first byte on', (_, bytes) => {
  expect(at(...bytes)).toBe(0);
  expect(at(0x41, 0xc3, 0xa9, ...bytes)).toBe(3);
});

test('a sequence must end within the range, whatever follows it', () => {
  const euro = Uint8Array.of(0x41, 0xe2, 0x82, 0xac, 0x42);
  expect(invalidUtf8At(euro, 1, 4)).toBe(-1);
  expect(invalidUtf8At(euro, 0, 3)).toBe(1);
  expect(invalidUtf8At(euro, 2, 5)).toBe(2);
});

test('all sequences of 1 and of 2 bytes: the platform agrees', () => {
  let wellFormed = 0;
  const bytes = new Uint8Array(2);
  for (let first = 0; first < 256; first++) {
    bytes[0] = first;
    for (let second = 0; second < 256; second++) {
      bytes[1] = second;
      if (invalidUtf8At(bytes, 0, 2) !== validPrefix(bytes)) {
        expect.unreachable(`${first} ${second}`);
      }
      if (invalidUtf8At(bytes, 0, 2) === -1) wellFormed += 1;
    }
  }
  // two characters of ASCII, or U+0080 to U+07FF
  expect(wellFormed).toBe(128 * 128 + (0x800 - 0x80));
});

test('sequences of 3 and 4 bytes at the edges of every range: the platform agrees', () => {
  const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xff];
  const leads = [0x41, 0xc1, 0xc2, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];
  let compared = 0;
  for (const lead of leads) {
    for (const a of edges) {
      for (const b of edges) {
        for (const c of [undefined, ...edges]) {
          const bytes = Uint8Array.from(c === undefined ? [lead, a, b] : [lead, a, b, c]);
          if (invalidUtf8At(bytes, 0, bytes.length) !== validPrefix(bytes)) {
            expect.unreachable([...bytes].join(' '));
          }
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBe(15 * 15 * 15 * 16);
});

test('any mixture of well-formed and damaged text: the platform agrees', () => {
  fc.assert(
    fc.property(someUtf8, (bytes) => {
      expect(invalidUtf8At(bytes, 0, bytes.length)).toBe(validPrefix(bytes));
    }),
    { numRuns: budget({ everyDay: 500, deep: 5000 }) },
  );
});
