import { expect, test } from 'vitest';
import { count } from '../src/text/count.js';
import { fill } from '../src/text/fill.js';
import { printable } from '../src/text/printable.js';
import { printableJson } from '../src/text/printable-json.js';
import { tableLines } from '../src/text/table.js';

test('aligns numbers to the right and text to the left, without trailing spaces', () => {
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
])('printable escapes %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

test('printableJson keeps the value, and escapes control characters', () => {
  const value = { 'a\u009b': ['\u2028\u200b', '\u{e0001}', '\ud800', 'Ü 💾'] };
  const json = printableJson(`${JSON.stringify(value, undefined, 2)}\n`);
  expect(JSON.parse(json)).toEqual(value);
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(json).toContain('Ü 💾');
});

test('count uses the plural unless the number is 1', () => {
  expect([0, 1, 2].map((number) => count(number, 'byte'))).toEqual(['0 bytes', '1 byte', '2 bytes']);
});

test('fill wraps text to 100 columns, aligned after its head, and keeps its line breaks', () => {
  const words = Array.from({ length: 30 }, () => 'abcdefghi').join(' ');
  const lines = fill(`${words}\n  b  own`, '  -a  ');
  expect(lines.map((line) => line.length)).toEqual([95, 95, 95, 35, 14]);
  expect(lines.map((line) => line.slice(0, 7))).toEqual([
    '  -a  a',
    '      a',
    '      a',
    '      a',
    '       ',
  ]);
});
